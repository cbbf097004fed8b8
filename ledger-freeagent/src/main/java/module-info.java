/** FreeAgent v2. */
module dev.ledgerkit.freeagent {
  requires transitive dev.ledgerkit.core;
}
