/**
 * Ledger's core: nouns, OAuth engine, HTTP pipeline, stores, reference cache and connect flow.
 * Knows no provider.
 */
module dev.ledgerkit.core {
  requires static transitive org.jspecify;
  requires transitive java.sql;
  requires transitive okhttp3;
  requires transitive tools.jackson.databind; // clients hand out unknown fields as JsonNode
  requires org.slf4j;
  requires com.github.benmanes.caffeine;

  exports dev.ledgerkit.core;
  exports dev.ledgerkit.core.store;
  exports dev.ledgerkit.core.oauth;
  exports dev.ledgerkit.core.http;
  exports dev.ledgerkit.core.client;
  exports dev.ledgerkit.core.provider;
  exports dev.ledgerkit.core.stream;
  exports dev.ledgerkit.core.reference;
  exports dev.ledgerkit.core.policy;
  exports dev.ledgerkit.core.mapping;
  exports dev.ledgerkit.core.connect;
}
