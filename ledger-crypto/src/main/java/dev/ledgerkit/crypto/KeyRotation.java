package dev.ledgerkit.crypto;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every token record under the primary key, while the vault serves.
 *
 * <p>Each record is re-sealed by compare-and-set, so a refresh that saves meanwhile wins and is
 * never overwritten; until its turn a record opens under its old key. Memory is bounded by a page
 * of keys. A pass needs no checkpoint: it takes records in the order of their last change, and
 * re-sealing is a change, so one that was killed or interrupted left what it did at the end, and
 * the next {@link #run} begins with what is still to do. Two passes at once, on one node or two, do
 * each other's work and no harm. Safe for use by many threads.
 *
 * <pre>{@code
 * keys.reload();                                          // on every node, first
 * RotationReport report = new KeyRotation(vault, 200, LedgerClock.system()).run();
 * }</pre>
 *
 * <p>Note: a node that has not loaded the new primary yet still seals under the old one. Before a
 * key is taken out of the keyset, {@link VaultDoctor} must count no record under it.
 *
 * @since 0.1
 */
public final class KeyRotation {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
  private static final int MAX_TRIES = 64;
  private static final int UNREADABLE_SHOWN = 20;

  private final RecordStore store;
  private final TokenSeal seal;
  private final int recordsPerSecond;
  private final LedgerClock clock;

  /**
   * A rotation of the records of {@code vault}.
   *
   * @param recordsPerSecond how many records are looked at in a second at the most
   * @throws ConfigurationException if that is not between 1 and a million
   */
  public KeyRotation(EncryptedTokenVault vault, int recordsPerSecond, LedgerClock clock) {
    if (recordsPerSecond < 1 || recordsPerSecond > 1_000_000) {
      throw new ConfigurationException(
          "A rotation of %d records a second is refused; take 1 to 1000000."
              .formatted(recordsPerSecond));
    }
    this.store = vault.records();
    this.seal = vault.seal();
    this.recordsPerSecond = recordsPerSecond;
    this.clock = clock;
  }

  /**
   * Makes one pass over all records. Interrupting the thread ends it early with the interrupt flag
   * set.
   *
   * @throws VaultException if the store fails; the next call does the rest
   */
  public RotationReport run() {
    int primary = seal.keys().ring().primary();
    ChangeScan scan = new ChangeScan(store);
    Pace pace = new Pace(clock, recordsPerSecond);
    Tally tally = new Tally();
    while (scan.hasNext()) {
      for (RecordKey key : scan.next()) {
        try {
          pace.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return tally.report(primary, false);
        }
        if (seal.keys().ring().primary() != primary) {
          return tally.report(primary, false);
        }
        reseal(key, primary, tally);
      }
    }
    return tally.report(primary, true);
  }

  private void reseal(RecordKey key, int primary, Tally tally) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> found = store.get(key);
      if (found.isEmpty()) {
        return;
      }
      StoredRecord stored = found.get();
      if (TokenSeal.keyId(stored.value()).equals(OptionalInt.of(primary))) {
        tally.current++;
        return;
      }
      Optional<VaultedToken> opened = open(stored, tally);
      if (opened.isEmpty()) {
        return;
      }
      byte[] sealed = seal.seal(EncryptedTokenVault.binding(key), opened.get());
      if (store.put(key, stored.version(), sealed, stored.dueAt()).isPresent()) {
        tally.resealed++;
        return;
      }
    }
    throw new VaultException(
        "Record %s changed %d times under its rotation; try again.".formatted(key, MAX_TRIES),
        null);
  }

  /** A record that does not open is counted; a store that fails ends the pass. */
  private Optional<VaultedToken> open(StoredRecord stored, Tally tally) {
    BindingId id;
    SealContext context;
    try {
      id = EncryptedTokenVault.binding(stored.key());
      context = seal.context(id);
    } catch (ConfigurationException e) {
      tally.unreadable(stored.key() + ": " + e.getMessage());
      return Optional.empty();
    }
    try {
      return Optional.of(seal.open(id, stored, context));
    } catch (VaultException e) {
      tally.unreadable(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static final class Tally {
    private final List<String> firstUnreadable = new ArrayList<>();
    private long resealed;
    private long current;
    private long unreadable;

    void unreadable(String why) {
      unreadable++;
      if (firstUnreadable.size() < UNREADABLE_SHOWN) {
        firstUnreadable.add(why);
      }
    }

    RotationReport report(int primary, boolean complete) {
      LOG.info(
          "key rotation primary={} resealed={} current={} unreadable={} complete={}",
          Keyring.name(primary),
          resealed,
          current,
          unreadable,
          complete);
      return new RotationReport(
          Integer.toUnsignedLong(primary),
          resealed,
          current,
          unreadable,
          firstUnreadable,
          complete);
    }
  }
}
