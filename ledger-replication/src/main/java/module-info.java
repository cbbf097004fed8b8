/** Out of a provider's books: streams into sinks, from checkpoints, with receipts. */
module dev.ledgerkit.replication {
  requires transitive dev.ledgerkit.core;
  requires transitive java.sql;
  requires static transitive org.jspecify;

  exports dev.ledgerkit.replication;
  exports dev.ledgerkit.replication.sink;
}
