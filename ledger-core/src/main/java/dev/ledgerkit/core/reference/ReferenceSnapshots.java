package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
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

/**
 * The last fetched reference data of every binding, where a restart and other nodes find them. A
 * record's due time is when the next fetch is wanted.
 */
final class ReferenceSnapshots {
  private static final String KIND = "reference";
  private static final int POLL_LIMIT = 1000;

  private final RecordStore store;
  private final AtomicLong cursor = new AtomicLong();

  ReferenceSnapshots(RecordStore store) {
    this.store = store;
  }

  /**
   * What is kept of a binding.
   *
   * @param version of the record, to replace it by
   */
  record Kept(ReferenceData data, long version) {}

  Optional<Kept> read(BindingId id) {
    return store.get(key(id)).map(stored -> new Kept(SnapshotCodec.read(stored), stored.version()));
  }

  /**
   * Keeps {@code data} unless somebody kept or deleted something since {@code expected} was read.
   */
  boolean save(ReferenceData data, Optional<Kept> expected, Instant dueAt) {
    return store
        .put(
            key(data.binding()),
            expected.map(Kept::version).orElse(RecordStore.ABSENT),
            SnapshotCodec.write(data),
            dueAt)
        .isPresent();
  }

  /** The right to fetch for all nodes, for so long. */
  Optional<StoreLease> lease(BindingId id, Duration ttl) {
    return store.grant(key(id), ttl);
  }

  void release(StoreLease lease) {
    store.release(lease);
  }

  void delete(BindingId id) {
    Optional<StoredRecord> stored = store.get(key(id));
    stored.ifPresent(record -> store.delete(record.key(), record.version()));
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
