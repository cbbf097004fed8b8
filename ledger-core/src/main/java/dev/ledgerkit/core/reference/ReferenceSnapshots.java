package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last fetched reference data of every binding, where a restart and other nodes find them. A
 * record's due time is when the next fetch is wanted.
 */
final class ReferenceSnapshots {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceSnapshots.class);
  private static final String KIND = "reference";
  private static final int POLL_LIMIT = 1000;
  private static final int MAX_TRIES = 16;

  private final RecordStore store;
  private final AtomicLong cursor = new AtomicLong();

  ReferenceSnapshots(RecordStore store) {
    this.store = store;
  }

  /**
   * What is kept of a binding.
   *
   * @param data empty if the record cannot be read: of a newer Ledger, or damaged; the next fetch
   *     replaces it
   * @param version of the record, to replace it by
   */
  record Kept(Optional<ReferenceData> data, long version) {}

  Optional<Kept> read(BindingId id) {
    return store.get(key(id)).map(stored -> new Kept(decoded(stored), stored.version()));
  }

  private static Optional<ReferenceData> decoded(StoredRecord stored) {
    try {
      return Optional.of(SnapshotCodec.read(stored));
    } catch (VaultException e) {
      LOG.warn("kept reference data not read, to be replaced: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Keeps {@code data} unless somebody kept or deleted something since {@code expected} was read.
   *
   * @return the version of the record, if it was written
   */
  Optional<Long> save(ReferenceData data, Optional<Kept> expected, Instant dueAt) {
    return store
        .put(
            key(data.binding()),
            expected.map(Kept::version).orElse(RecordStore.ABSENT),
            SnapshotCodec.write(data),
            dueAt)
        .map(StoredRecord::version);
  }

  /** The right to fetch for all nodes, for so long. */
  Optional<StoreLease> lease(BindingId id, Duration ttl) {
    return store.grant(key(id), ttl);
  }

  void release(StoreLease lease) {
    store.release(lease);
  }

  /** Deletes what {@link #save} wrote, if nothing has come after it. */
  void delete(BindingId id, long version) {
    store.delete(key(id), version);
  }

  /**
   * Deletes what is kept, whoever writes meanwhile.
   *
   * @throws VaultException if the store failed, or somebody wrote each time
   */
  void delete(BindingId id) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key(id));
      if (stored.isEmpty() || store.delete(key(id), stored.get().version())) {
        return;
      }
    }
    throw new VaultException(
        "The reference data of binding %s changed %d times while they were deleted; try again."
            .formatted(id, MAX_TRIES),
        null);
  }

  /** Whose data want to be fetched again, most overdue first. */
  List<BindingId> due(Instant now, int limit) {
    return store.dueBefore(KIND, now, limit).stream().map(key -> new BindingId(key.id())).toList();
  }

  /** Names the bindings whose record somebody changed since the last call. */
  void changes(Consumer<BindingId> changed) {
    RecordChanges changes;
    do {
      long from = cursor.get();
      changes = store.changedSince(KIND, from, POLL_LIMIT);
      changes.keys().forEach(key -> changed.accept(new BindingId(key.id())));
      cursor.compareAndSet(from, changes.cursor());
    } while (changes.keys().size() == POLL_LIMIT);
  }

  private static RecordKey key(BindingId id) {
    return new RecordKey(KIND, id.value());
  }
}
