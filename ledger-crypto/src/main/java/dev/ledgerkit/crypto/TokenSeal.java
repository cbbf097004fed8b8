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
 * Turns a pair into the bytes of its record and back. A record is what Tink makes of a {@link
 * TokenHeader} and a {@link TokenPair}, and nothing else, so that neither way copies it:
 *
 * <pre>
 * bytes
 *     1  1, Tink's version
 *     4  id of the master key, unsigned, big-endian
 *    12  nonce
 *     n  ciphertext
 *    16  tag
 * </pre>
 *
 * The associated data is the format and the binding's {@link SealContext} and id, so that no byte
 * of a record can be changed, and no record moved, without it failing to open.
 */
final class TokenSeal {
  private static final int FORMAT = 1;
  private static final byte TINK_VERSION = 1;
  private static final int KEY_ID_AT = 1;
  private static final int TINK_PREFIX = KEY_ID_AT + Integer.BYTES;

  private final MasterKeys keys;
  private final Function<BindingId, SealContext> contexts;
  private final SpareArray plaintexts = new SpareArray();

  /** The last one used; a host has few contexts. Two threads may make the same at once. */
  private @Nullable Prefix lastPrefix;

  @SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
  private record Prefix(SealContext context, byte[] bytes) {}

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
    byte[] associated = associatedData(contexts.apply(id), id);
    TokenHeader header = TokenHeader.of(vaulted);
    byte[] scope = vaulted.token().scope().getBytes(StandardCharsets.UTF_8);
    byte[] plaintext = plaintexts.take(header.length() + TokenPair.length(vaulted.token(), scope));
    try {
      ByteBuffer out = ByteBuffer.wrap(plaintext);
      header.write(out);
      TokenPair.write(vaulted.token(), scope, out);
      return ring.aead().encrypt(plaintext, associated);
    } catch (GeneralSecurityException e) {
      throw new VaultException(
          "The token of binding %s could not be sealed under key %s."
              .formatted(id, Keyring.name(ring.primary())),
          e);
    } finally {
      Arrays.fill(plaintext, (byte) 0);
      plaintexts.giveBack(plaintext);
    }
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
    if (!startsAsOne(record)) {
      throw new VaultException(
          ("Record %s (key unknown) is no sealed token: it does not start as one. Restore the"
                  + " record, or reconnect the binding.")
              .formatted(stored.key()),
          null);
    }
    int keyId = readKeyId(record);
    Keyring ring = keys.ring();
    ring.requireUsable(keyId, stored.key());
    byte[] plaintext;
    try {
      plaintext = ring.aead().decrypt(record, associatedData(context, id));
    } catch (GeneralSecurityException e) {
      throw altered(stored.key(), keyId, e);
    }
    ByteBuffer in = ByteBuffer.wrap(plaintext);
    TokenHeader header = TokenHeader.read(in);
    return new VaultedToken(
        TokenPair.read(plaintext, in.position(), header), header.epoch(), header.journal());
  }

  /** The id of the key a record says it is sealed under; empty if it is no record of this form. */
  static OptionalInt keyId(byte[] record) {
    return startsAsOne(record) ? OptionalInt.of(readKeyId(record)) : OptionalInt.empty();
  }

  private byte[] associatedData(SealContext context, BindingId id) {
    Prefix prefix = lastPrefix;
    if (prefix == null || !prefix.context.equals(context)) {
      prefix = new Prefix(context, context.prefix(FORMAT));
      lastPrefix = prefix;
    }
    return SealContext.associatedData(prefix.bytes, id);
  }

  private static boolean startsAsOne(byte[] record) {
    return record.length >= TINK_PREFIX && record[0] == TINK_VERSION;
  }

  private static int readKeyId(byte[] record) {
    return ByteBuffer.wrap(record).getInt(KEY_ID_AT);
  }

  private static VaultException altered(RecordKey key, int keyId, Throwable cause) {
    return new VaultException(
        ("Record %s does not open under key %s: it was altered or cut, was copied from another"
                + " binding, provider or region, is of another format, or the key of that id is"
                + " another one. Restore the record or the key, or reconnect the binding.")
            .formatted(key, Keyring.name(keyId)),
        cause);
  }
}
