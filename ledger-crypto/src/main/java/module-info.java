/** Everything secret at rest: the encrypted vault, key custody and rotation. */
module dev.ledgerkit.crypto {
  requires transitive dev.ledgerkit.core;
  requires transitive com.google.crypto.tink;
  requires org.slf4j;
  // Tink reads keysets with it, and being automatic cannot say so.
  requires com.google.gson;

  exports dev.ledgerkit.crypto;
}
