package dev.ledgerkit.core.store;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RecordStore} that lives as long as the object: for tests, demonstrations and single-run
 * jobs.
 *
 * <p>Keeps every promise of the interface within one process; what it holds is gone with it. Safe
 * for use by many threads: one lock guards the map and its change counter, held for map operations
 * only.
 *
 * @since 0.1
 */
public final class InMemoryRecordStore implements RecordStore {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<RecordKey, Slot> slots = new HashMap<>();
  private final InstantSource clock;
  private long changes;

  /** A store on the system's clock. */
  public InMemoryRecordStore() {
    this(LedgerClock.system());
  }

  /** A store whose leases lapse by {@code clock}. */
  public InMemoryRecordStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<StoredRecord> get(RecordKey key) {
    return locked(() -> Optional.ofNullable(slot(key).record()));
  }

  @Override
  public Optional<StoredRecord> put(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    return locked(() -> putIf(key, expectedVersion, value, dueAt));
  }

  @Override
  public Optional<StoredRecord> put(
      StoreLease lease, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    return locked(
        () ->
            slot(lease.key()).heldBy(lease, clock.instant())
                ? putIf(lease.key(), expectedVersion, value, dueAt)
                : Optional.empty());
  }

  private Optional<StoredRecord> putIf(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    Slot slot = slot(key);
    if (slot.recordVersion() != expectedVersion) {
      return Optional.empty();
    }
    Slot next = slot.put(key, value.clone(), dueAt, ++changes);
    slots.put(key, next);
    return Optional.ofNullable(next.record());
  }

  @Override
  public boolean delete(RecordKey key, long expectedVersion) {
    return locked(
        () -> {
          Slot slot = slot(key);
          if (slot.record() == null || slot.version() != expectedVersion) {
            return false;
          }
          slots.put(key, slot.deleted(++changes));
          return true;
        });
  }

  @Override
  public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    return locked(
        () -> {
          Slot slot = slot(key);
          Instant now = clock.instant();
          if (slot.leasedAt(now)) {
            return Optional.empty();
          }
          String owner = UUID.randomUUID().toString();
          slots.put(key, slot.granted(owner, now.plus(ttl)));
          return Optional.of(new StoreLease(key, owner, slot.fence() + 1));
        });
  }

  @Override
  public boolean renew(StoreLease lease, Duration ttl) {
    return locked(
        () -> {
          Slot slot = slot(lease.key());
          Instant now = clock.instant();
          boolean held = slot.heldBy(lease, now);
          if (held) {
            slots.put(lease.key(), slot.renewed(now.plus(ttl)));
          }
          return held;
        });
  }

  @Override
  public boolean release(StoreLease lease) {
    return locked(
        () -> {
          Slot slot = slot(lease.key());
          boolean held = slot.heldBy(lease, clock.instant());
          if (held) {
            slots.put(lease.key(), slot.released());
          }
          return held;
        });
  }

  @Override
  public long fence(RecordKey key) {
    return locked(
        () -> {
          Slot next = slot(key).fenced();
          slots.put(key, next);
          return next.fence();
        });
  }

  @Override
  public List<RecordKey> dueBefore(String kind, Instant deadline, int limit) {
    return locked(
        () ->
            slots.values().stream()
                .flatMap(slot -> Optional.ofNullable(slot.record()).stream())
                .filter(record -> record.key().kind().equals(kind))
                .flatMap(record -> Due.of(record).stream())
                .filter(due -> due.at.isBefore(deadline))
                .sorted(Comparator.comparing(Due::at))
                .limit(limit)
                .map(Due::key)
                .toList());
  }

  @Override
  public RecordChanges changedSince(String kind, long cursor, int limit) {
    return locked(
        () -> {
          List<Map.Entry<RecordKey, Slot>> changed =
              slots.entrySet().stream()
                  .filter(entry -> entry.getKey().kind().equals(kind))
                  .filter(entry -> entry.getValue().change() > cursor)
                  .sorted(Comparator.comparingLong(entry -> entry.getValue().change()))
                  .limit(limit)
                  .toList();
          boolean all = changed.size() < limit;
          return new RecordChanges(
              changed.stream().map(Map.Entry::getKey).toList(),
              all ? changes : changed.get(changed.size() - 1).getValue().change());
        });
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private Slot slot(RecordKey key) {
    return slots.getOrDefault(key, Slot.EMPTY);
  }

  private record Due(RecordKey key, Instant at) {
    static Optional<Due> of(StoredRecord record) {
      return Optional.ofNullable(record.dueAt()).map(at -> new Due(record.key(), at));
    }
  }
}
