/** A host application on the module path. */
module dev.ledgerkit.consumer.modular {
  requires dev.ledgerkit.core;
  requires dev.ledgerkit.crypto;
  requires dev.ledgerkit.connector;
  requires dev.ledgerkit.replication;
  requires dev.ledgerkit.sage;
}
