package dev.ledgerkit.crypto;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.crypto.TokenFinding.Condition;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Examines every token record of a vault: does it open, under which key, for the binding it lies
 * under, is it past its time, does it show a token in clear.
 *
 * <p>Reads only, a page at a time, and never prints or returns a secret. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * VaultHealth health = new VaultDoctor(vault, LedgerClock.system())
 *     .examine(finding -> { if (finding.condition() != OPENS) warn(finding); });
 * long underOldKey = health.byKeyId().getOrDefault(oldKeyId, 0L);   // 0: the key may go
 * }</pre>
 *
 * @since 0.1
 */
public final class VaultDoctor {
  private final RecordStore store;
  private final TokenSeal seal;
  private final InstantSource clock;

  /** A doctor for {@code vault}, who judges expiry by {@code clock}. */
  public VaultDoctor(EncryptedTokenVault vault, InstantSource clock) {
    this.store = vault.records();
    this.seal = vault.seal();
    this.clock = clock;
  }

  /**
   * Walks all records.
   *
   * @param each is given every finding, the good ones too
   * @return the counts
   * @throws VaultException if the store fails; what it says of records so far stands
   */
  public VaultHealth examine(Consumer<TokenFinding> each) {
    VaultHealth.Tally tally = new VaultHealth.Tally();
    ChangeScan scan = new ChangeScan(store);
    while (scan.hasNext()) {
      for (RecordKey key : scan.next()) {
        store
            .get(key)
            .map(this::finding)
            .ifPresent(
                finding -> {
                  tally.add(finding);
                  each.accept(finding);
                });
      }
    }
    return tally.health();
  }

  private TokenFinding finding(StoredRecord stored) {
    BindingId id;
    SealContext context;
    try {
      id = EncryptedTokenVault.binding(stored.key());
      context = seal.context(id);
    } catch (ConfigurationException e) {
      return finding(stored, Condition.NO_BINDING, null, String.valueOf(e.getMessage()));
    }
    try {
      return finding(stored, Condition.OPENS, seal.open(id, stored, context), "");
    } catch (VaultException e) {
      OptionalInt keyId = TokenSeal.keyId(stored.value());
      boolean known = keyId.isEmpty() || seal.keys().ring().usable(keyId.getAsInt());
      return finding(
          stored,
          known ? Condition.ALTERED : Condition.KEY_MISSING,
          null,
          String.valueOf(e.getMessage()));
    }
  }

  private TokenFinding finding(
      StoredRecord stored, Condition condition, @Nullable VaultedToken opened, String detail) {
    OptionalInt keyId = TokenSeal.keyId(stored.value());
    return new TokenFinding(
        stored.key(),
        condition,
        keyId.isPresent() ? Integer.toUnsignedLong(keyId.getAsInt()) : null,
        Optional.ofNullable(opened)
            .map(vaulted -> !clock.instant().isBefore(vaulted.token().refreshExpiresAt()))
            .orElse(false),
        PlaintextScan.showsToken(stored.value()),
        detail);
  }
}
