/** A connection configured by properties, and what it saves between runs. */
module dev.ledgerkit.connector {
  requires transitive dev.ledgerkit.core;
  requires dev.ledgerkit.crypto;
  requires static transitive org.jspecify;

  exports dev.ledgerkit.connector;
}
