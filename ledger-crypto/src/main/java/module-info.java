/** Everything secret at rest: the encrypted vault, key custody and rotation. */
module dev.ledgerkit.crypto {
  requires transitive dev.ledgerkit.core;
  requires transitive com.google.crypto.tink;
  requires org.slf4j;

  exports dev.ledgerkit.crypto;
}
