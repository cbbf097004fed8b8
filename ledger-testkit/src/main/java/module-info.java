/** Simulators of the providers, fault scripts and contract suites, for a host's own tests. */
module dev.ledgerkit.testkit {
  requires transitive dev.ledgerkit.core;
}
