package dev.ledgerkit.crypto;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.ledgerkit.core.ConfigurationException;
import java.security.GeneralSecurityException;

/** One change of a keyset; each makes a new one and leaves the old as it was. */
final class KeysetChange {
  private final KeysetHandle.Builder builder;

  KeysetChange(Keyring ring) {
    this.builder = KeysetHandle.newBuilder(ring.handle()).setConfiguration(Keyring.tink());
  }

  /** Adds a key that opens but does not seal yet. */
  KeysetChange add() {
    builder.addEntry(
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .withRandomId()
            .setStatus(KeyStatus.ENABLED));
    return this;
  }

  /** Makes the last added key the one that seals. */
  KeysetChange promoteLast() {
    builder.getAt(builder.size() - 1).makePrimary();
    return this;
  }

  KeysetChange promote(Keyring ring, int keyId) {
    builder.getAt(indexOf(ring, keyId)).makePrimary();
    return this;
  }

  KeysetChange remove(Keyring ring, int keyId) {
    if (ring.primary() == keyId) {
      throw new ConfigurationException(
          "Key %s is the primary; promote another first.".formatted(Keyring.name(keyId)));
    }
    builder.deleteAt(indexOf(ring, keyId));
    return this;
  }

  /** The keyset as the text of its file. */
  String text() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          builder.build(), Keyring.tink(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new ConfigurationException("The changed keyset could not be written out.", e);
    }
  }

  private static int indexOf(Keyring ring, int keyId) {
    KeysetHandle handle = ring.handle();
    for (int i = 0; i < handle.size(); i++) {
      if (handle.getAt(i).getId() == keyId) {
        return i;
      }
    }
    throw new ConfigurationException(
        "There is no key %s in the keyset.".formatted(Keyring.name(keyId)));
  }
}
