package dev.ledgerkit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.RecordKey;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One loaded keyset: immutable, so that a record is sealed or opened by one state of it even while
 * another is being loaded.
 */
final class Keyring {
  private final KeysetHandle handle;
  private final Aead aead;
  private final int primary;
  private final Map<Integer, KeyStatus> statuses;

  private Keyring(KeysetHandle handle, Aead aead, int primary, Map<Integer, KeyStatus> statuses) {
    this.handle = handle;
    this.aead = aead;
    this.primary = primary;
    this.statuses = statuses;
  }

  /** Nothing of Tink's global registry: two libraries in one process may differ about it. */
  static Configuration tink() {
    return AeadConfig2026.get();
  }

  /**
   * Takes a keyset that this module can vouch for: AES-256-GCM throughout, and with Tink's prefix,
   * so that a ciphertext is tried under one key only.
   *
   * @param origin where the keyset came from, for messages
   */
  static Keyring of(KeysetHandle handle, String origin) {
    Map<Integer, KeyStatus> statuses = new LinkedHashMap<>();
    for (int i = 0; i < handle.size(); i++) {
      KeysetHandle.Entry entry = handle.getAt(i);
      if (!(entry.getKey() instanceof AesGcmKey key)
          || !key.getParameters().equals(PredefinedAeadParameters.AES256_GCM)) {
        throw new ConfigurationException(
            "Key %s of the keyset in %s is not AES-256-GCM with Tink's prefix; make keysets with KeyTool."
                .formatted(name(entry.getId()), origin));
      }
      statuses.put(entry.getId(), entry.getStatus());
    }
    try {
      return new Keyring(
          handle,
          handle.getPrimitive(tink(), Aead.class),
          handle.getPrimary().getId(),
          Map.copyOf(statuses));
    } catch (GeneralSecurityException | IllegalStateException e) {
      throw new ConfigurationException(
          "The keyset in %s has no usable primary key.".formatted(origin), e);
    }
  }

  KeysetHandle handle() {
    return handle;
  }

  Aead aead() {
    return aead;
  }

  int primary() {
    return primary;
  }

  Map<Integer, KeyStatus> statuses() {
    return statuses;
  }

  /** Fails with the id when a record's key is not at hand, rather than with what Tink would say. */
  void requireUsable(int keyId, RecordKey record) {
    if (keyId == primary) {
      return; // always enabled
    }
    KeyStatus status = statuses.get(keyId);
    if (status == null) {
      throw new VaultException(
          ("Record %s is sealed under key %s, which is not in the keyset (it holds %s). Put that key"
                  + " back, or reconnect the binding.")
              .formatted(record, name(keyId), names()),
          null);
    }
    if (status != KeyStatus.ENABLED) {
      throw new VaultException(
          "Record %s is sealed under key %s, which is %s in the keyset. Enable it, or reconnect the binding."
              .formatted(record, name(keyId), status),
          null);
    }
  }

  boolean usable(int keyId) {
    return statuses.get(keyId) == KeyStatus.ENABLED;
  }

  private String names() {
    return statuses.keySet().stream().map(Keyring::name).sorted().collect(Collectors.joining(", "));
  }

  /** As the keyset's own JSON spells it. */
  static String name(int keyId) {
    return Integer.toUnsignedString(keyId);
  }
}
