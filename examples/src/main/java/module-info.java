/** What a newcomer runs first. */
module dev.ledgerkit.examples {
  requires dev.ledgerkit.connector;
  requires dev.ledgerkit.freeagent;
  requires dev.ledgerkit.replication;
  requires dev.ledgerkit.sage;
  requires dev.ledgerkit.testkit;
  requires micrometer.core; // the bridge for metrics
  requires java.desktop; // opens the browser
}
