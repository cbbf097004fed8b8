package dev.ledgerkit.crypto;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns a pair into the bytes of its record and back: a {@link TokenHeader} in clear, then a {@link
 * TokenPair} sealed by Tink (its prefix of 5 bytes, nonce, ciphertext, tag). The associated data is
 * the binding's {@link SealContext} and id, then the header, so that no byte of a record can be
 * changed, and no record moved, without it failing to open.
 */
final class TokenSeal {
  /** Tink's prefix: one byte of version, then the key id. */
  private static final int TINK_PREFIX = 5;

  private final MasterKeys keys;
  private final Function<BindingId, SealContext> contexts;
  private final SpareArray plaintexts = new SpareArray();
  private final SpareArray ciphertexts = new SpareArray();

  TokenSeal(MasterKeys keys, Function<BindingId, SealContext> contexts) {
    this.keys = keys;
    this.contexts = contexts;
  }

  MasterKeys keys() {
    return keys;
  }

  /** The bytes to store, sealed under the primary key. */
  byte[] seal(BindingId id, VaultedToken vaulted) {
    Keyring ring = keys.ring();
    byte[] header = TokenHeader.write(vaulted, ring.primary());
    byte[] associated = contexts.apply(id).associatedData(id, header.length).put(header).array();
    byte[] scope = vaulted.token().scope().getBytes(StandardCharsets.UTF_8);
    byte[] plaintext = plaintexts.take(TokenPair.length(vaulted.token(), scope));
    byte[] sealed;
    try {
      TokenPair.write(vaulted.token(), scope, ByteBuffer.wrap(plaintext));
      sealed = ring.aead().encrypt(plaintext, associated);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "The token of binding %s could not be sealed under key %s."
              .formatted(id, Keyring.name(ring.primary())),
          e);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
      plaintexts.giveBack(plaintext);
    }
    byte[] record = Arrays.copyOf(header, header.length + sealed.length);
    System.arraycopy(sealed, 0, record, header.length, sealed.length);
    return record;
  }

  /**
   * The pair of a record, if every byte of it is as it was sealed, for this binding.
   *
   * @throws VaultException naming the record and the key id
   */
  VaultedToken open(BindingId id, StoredRecord stored) {
    return open(id, stored, context(id));
  }

  /** To whom the record of a binding belongs; throws what the host's own look-up throws. */
  SealContext context(BindingId id) {
    return contexts.apply(id);
  }

  /** As {@link #open(BindingId, StoredRecord)}, where the context is known. */
  VaultedToken open(BindingId id, StoredRecord stored, SealContext context) {
    byte[] record = stored.value();
    ByteBuffer in = ByteBuffer.wrap(record);
    TokenHeader header = header(stored.key(), record, in);
    int sealedAt = in.position();
    Keyring ring = keys.ring();
    ring.requireUsable(header.keyId(), stored.key());
    if (in.remaining() < TINK_PREFIX || in.getInt(sealedAt + 1) != header.keyId()) {
      throw altered(stored.key(), header.keyId(), null);
    }
    byte[] associated = context.associatedData(id, sealedAt).put(record, 0, sealedAt).array();
    byte[] sealed = ciphertexts.take(record.length - sealedAt);
    byte[] plaintext;
    try {
      System.arraycopy(record, sealedAt, sealed, 0, sealed.length);
      plaintext = ring.aead().decrypt(sealed, associated);
    } catch (GeneralSecurityException e) {
      throw altered(stored.key(), header.keyId(), e);
    } finally {
      ciphertexts.giveBack(sealed);
    }
    return new VaultedToken(TokenPair.read(plaintext, header), header.epoch(), header.journal());
  }

  /** The id of the key a record says it is sealed under; empty if it is no record of this form. */
  static OptionalInt keyId(byte[] record) {
    return TokenHeader.startsAsOne(record)
        ? OptionalInt.of(ByteBuffer.wrap(record).getInt(TokenHeader.KEY_ID_AT))
        : OptionalInt.empty();
  }

  private static TokenHeader header(RecordKey key, byte[] record, ByteBuffer in) {
    try {
      return TokenHeader.read(in);
    } catch (RuntimeException e) {
      OptionalInt keyId = keyId(record);
      throw new VaultException(
          "Record %s (key %s) is no sealed token: %s. Restore the record, or reconnect the binding."
              .formatted(
                  key,
                  keyId.isPresent() ? Keyring.name(keyId.getAsInt()) : "unknown",
                  e instanceof IllegalArgumentException ? e.getMessage() : "it is cut or altered"),
          e);
    }
  }

  private static VaultException altered(RecordKey key, int keyId, @Nullable Throwable cause) {
    return new VaultException(
        ("Record %s does not open under key %s: it was altered or cut, was copied from another"
                + " binding, provider or region, or the key of that id is another one. Restore the"
                + " record or the key, or reconnect the binding.")
            .formatted(key, Keyring.name(keyId)),
        cause);
  }
}
