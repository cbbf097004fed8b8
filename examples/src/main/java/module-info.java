/** What a newcomer runs first. */
module dev.ledgerkit.examples {
  requires dev.ledgerkit.core;
}
