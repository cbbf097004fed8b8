/** What a newcomer runs first. */
module dev.ledgerkit.examples {
  requires dev.ledgerkit.freeagent;
  requires dev.ledgerkit.sage;
  requires dev.ledgerkit.testkit;
  requires micrometer.core; // the bridge for metrics
  requires jdk.httpserver; // catches the consent's callback
  requires java.desktop; // opens the browser
}
