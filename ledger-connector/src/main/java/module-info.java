/** A connection configured by properties, and what it saves between runs. */
module dev.ledgerkit.connector {
  requires transitive dev.ledgerkit.core;
  requires transitive dev.ledgerkit.crypto; // a host may hold the keys
  requires static transitive org.jspecify;
  requires static java.desktop; // opens the browser, where there is one
  requires jdk.httpserver; // catches the consent's callback
  requires org.slf4j;

  exports dev.ledgerkit.connector;
}
