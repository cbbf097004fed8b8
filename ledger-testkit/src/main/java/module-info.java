/** Simulators of the providers, fault scripts and contract suites, for a host's own tests. */
module dev.ledgerkit.testkit {
  requires static transitive org.jspecify;
  requires transitive dev.ledgerkit.core;
  requires transitive okhttp3;
  requires transitive okhttp3.tls;
  requires transitive org.junit.jupiter.api;
  requires mockwebserver3;
  requires java.logging;
  requires tools.jackson.databind;

  exports dev.ledgerkit.testkit;
  exports dev.ledgerkit.testkit.contract;
  exports dev.ledgerkit.testkit.freeagent;
  exports dev.ledgerkit.testkit.sage;
}
