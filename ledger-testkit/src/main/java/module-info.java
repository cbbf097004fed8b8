/** Simulators of the providers, fault scripts and contract suites, for a host's own tests. */
module dev.ledgerkit.testkit {
  requires static transitive org.jspecify;
  requires transitive dev.ledgerkit.core;
  requires transitive org.junit.jupiter.api;

  exports dev.ledgerkit.testkit.contract;
}
