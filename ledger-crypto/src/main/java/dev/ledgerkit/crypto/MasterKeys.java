package dev.ledgerkit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.VaultException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Supplier;

/**
 * The master keys that tokens are sealed under: a Tink keyset of AES-256-GCM keys, one of them
 * primary, held by the host.
 *
 * <p>New records are sealed under the primary; records under any other enabled key of the set stay
 * readable. The keyset is read when this object is made and at {@link #reload}, never per token: a
 * key management service sees one call each time. Safe for use by many threads, also while it
 * reloads.
 *
 * <pre>{@code
 * MasterKeys keys = MasterKeys.fromFile(Path.of("ledger-keys.json"));   // made by KeyTool
 * TokenVault vault = new EncryptedTokenVault(store, keys, bindings);
 * }</pre>
 *
 * <p>Note: lose the keyset and every grant is lost; each merchant has to connect again. {@link
 * KeyTool} makes keysets; {@code docs/operating.md} says how to rotate and back them up.
 *
 * @since 0.1
 */
public final class MasterKeys {
  private final Supplier<Keyring> source;
  private volatile Keyring ring;

  private MasterKeys(Supplier<Keyring> source) {
    this.source = source;
    this.ring = source.get();
  }

  /**
   * The keyset in a file, as {@link KeyTool} writes it.
   *
   * @throws ConfigurationException if the file cannot be read, holds no such keyset, or may be read
   *     by anybody but its owner
   */
  public static MasterKeys fromFile(Path file) {
    return new MasterKeys(() -> KeysetText.parse(KeysetFile.read(file), KeysetFile.name(file)));
  }

  /**
   * As {@link #fromFile}; where there is no such file, one with a new keyset is made first, for the
   * eyes of its owner alone. Of many processes that start at once one makes it, and all get the
   * same.
   *
   * <p>Note: for a program that has nobody to keep a key for it. The keyset then lies where the
   * sealed tokens lie, and whoever may read both can read the tokens.
   *
   * @throws ConfigurationException if it cannot be made, or as {@link #fromFile}
   */
  public static MasterKeys fromFileOrNew(Path file) {
    if (!KeysetFile.exists(file)) {
      KeysetFile.createUnlessThere(file, generate().cleartext());
    }
    return fromFile(file);
  }

  /**
   * The keyset in a value of the environment or of a secret manager: the text of a keyset file, or
   * that text in Base64.
   *
   * @throws ConfigurationException if it is no such keyset
   */
  public static MasterKeys fromSecret(Secret keyset) {
    return new MasterKeys(() -> KeysetText.parse(keyset.reveal(), "the given secret"));
  }

  /**
   * The keyset in a text that {@link #wrappedBy} or Tink's own tool wrapped.
   *
   * @param wrapped asked for at once and at each reload
   * @param kms the key management service that wrapped it; called once for each time it is read
   * @throws ConfigurationException if what it unwraps to is not a keyset this module takes
   * @throws VaultException if the service does not unwrap it
   */
  public static MasterKeys fromKms(Supplier<String> wrapped, Aead kms) {
    return new MasterKeys(() -> KeysetText.unwrap(wrapped.get(), kms));
  }

  /** A new keyset of one key, in memory only: for tests, or to be {@link #wrappedBy wrapped}. */
  public static MasterKeys generate() {
    try {
      KeysetHandle handle =
          KeysetHandle.newBuilder()
              .setConfiguration(Keyring.tink())
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      Keyring generated = Keyring.of(handle, "memory");
      return new MasterKeys(() -> generated);
    } catch (GeneralSecurityException e) {
      throw new ConfigurationException("This Java platform cannot make an AES-256 key.", e);
    }
  }

  /**
   * This keyset, encrypted by a key management service: a text that may be stored anywhere and is
   * read by {@link #fromKms}.
   *
   * @throws VaultException if the service does not wrap it
   */
  public String wrappedBy(Aead kms) {
    try {
      return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
          ring().handle(), kms, new byte[0], Keyring.tink());
    } catch (GeneralSecurityException e) {
      throw new VaultException("The key management service did not wrap the keyset.", e);
    }
  }

  /**
   * Reads the keyset again from where it came. From then on its primary seals; when it cannot be
   * read, the keys in use stay in use and the exception says why.
   */
  public void reload() {
    ring = source.get();
  }

  /** The id of the key that new records are sealed under, as the keyset spells it. */
  public long primaryKeyId() {
    return Integer.toUnsignedLong(ring().primary());
  }

  /** The ids of all keys of the set, in ascending order. */
  public List<Long> keyIds() {
    return ring().statuses().keySet().stream().map(Integer::toUnsignedLong).sorted().toList();
  }

  Keyring ring() {
    return ring;
  }

  /** The keyset in clear: for the one who writes it into an owner-only file. */
  String cleartext() {
    try {
      return TinkJsonProtoKeysetFormat.serializeKeyset(
          ring().handle(), Keyring.tink(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw new ConfigurationException("The keyset could not be written out.", e);
    }
  }

  /** Names the keys; never shows one. */
  @Override
  public String toString() {
    return "MasterKeys[primary " + primaryKeyId() + ", all " + keyIds() + "]";
  }
}
