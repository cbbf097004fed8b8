/** Everything secret at rest: the encrypted vault, key custody and rotation. */
module dev.ledgerkit.crypto {
  requires dev.ledgerkit.core;
}
