/** Sage Business Cloud Accounting v3.1. */
module dev.ledgerkit.sage {
  requires transitive dev.ledgerkit.core;
}
