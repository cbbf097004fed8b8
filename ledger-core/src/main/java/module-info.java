/**
 * Ledger's core: nouns, OAuth engine, HTTP pipeline, stores, reference cache and connect flow.
 * Knows no provider.
 */
module dev.ledgerkit.core {
  requires static transitive org.jspecify;

  exports dev.ledgerkit.core;
}
