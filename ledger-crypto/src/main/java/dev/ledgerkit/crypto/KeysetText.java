package dev.ledgerkit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** A keyset as text. Exceptions carry no cause that could quote it. */
final class KeysetText {
  private KeysetText() {}

  /**
   * Reads a keyset in clear, as JSON or as JSON in Base64.
   *
   * @param origin where the text came from, for messages
   */
  static Keyring parse(String text, String origin) {
    KeysetHandle handle;
    try {
      handle =
          TinkJsonProtoKeysetFormat.parseKeyset(
              json(text), Keyring.tink(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | RuntimeException e) {
      throw notAKeyset(origin);
    }
    return Keyring.of(handle, origin);
  }

  static Keyring unwrap(String text, Aead kms) {
    String origin = "the wrapped text";
    KmsCall call = new KmsCall(kms);
    KeysetHandle handle;
    try {
      handle =
          TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
              json(text), call, new byte[0], Keyring.tink());
    } catch (GeneralSecurityException | RuntimeException e) {
      if (call.failed) {
        throw new VaultException(
            "The key management service did not unwrap the keyset: ask it why, and whether this is its key.",
            e);
      }
      throw notAKeyset(origin);
    }
    return Keyring.of(handle, origin);
  }

  private static String json(String text) {
    String trimmed = text.strip();
    return trimmed.startsWith("{")
        ? trimmed
        : new String(Base64.getMimeDecoder().decode(trimmed), StandardCharsets.UTF_8);
  }

  private static ConfigurationException notAKeyset(String origin) {
    return new ConfigurationException(
        "What is in %s is not a Tink keyset in JSON; make one with KeyTool create."
            .formatted(origin));
  }

  /** Tells a service that refuses from a text that never was a keyset. */
  private static final class KmsCall implements Aead {
    private final Aead kms;
    private boolean failed;

    KmsCall(Aead kms) {
      this.kms = kms;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
      return kms.encrypt(plaintext, associatedData);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData)
        throws GeneralSecurityException {
      failed = true;
      byte[] plaintext = kms.decrypt(ciphertext, associatedData);
      failed = false;
      return plaintext;
    }
  }
}
