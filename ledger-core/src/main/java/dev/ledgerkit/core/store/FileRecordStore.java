package dev.ledgerkit.core.store;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RecordStore} in a directory, for desktops and jobs: any number of processes of one
 * machine, without a database.
 *
 * <p>A record is a file, replaced whole: a process killed in the middle of a change leaves the old
 * record or the new one. Changes of one kind are made one after another, under a lock of the
 * operating system that is held for the few file operations of a change. Leases lapse by the
 * machine's clock, and <em>die with their process</em>: while one is held, so is a lock of the
 * operating system, and the lease of a process that was killed is free at once; handed to another
 * process, a lease is worth nothing. Safe for use by many threads and processes; any number of
 * objects may be open on the same directory.
 *
 * <pre>{@code
 * RecordStore store = new FileRecordStore(Path.of("ledger-data"));
 * }</pre>
 *
 * <p>The directory is created for its owner alone (0700, files 0600, where the file system knows
 * such modes).
 *
 * <p>Note: a disk of this machine, not a network share, whose locks and renames promise less. Both
 * scans read every file of the kind when something changed, so keep thousands of records here, not
 * millions. Times of the records are kept to the millisecond. A value has at most 16 MiB.
 *
 * @since 0.1
 */
public final class FileRecordStore implements RecordStore {
  private final Path directory;
  private final LedgerClock clock;
  private final ConcurrentMap<String, KindDirectory> kinds = new ConcurrentHashMap<>();

  /**
   * A store in {@code directory}, on the machine's clock.
   *
   * @throws ConfigurationException if every user may write to the directory, or it is something
   *     else's
   * @throws VaultException if it cannot be created, or was written by another version
   */
  public FileRecordStore(Path directory) {
    this(directory, LedgerClock.system());
  }

  /**
   * As {@link #FileRecordStore(Path)}; leases lapse by {@code clock}, which every process on the
   * directory has to share.
   */
  public FileRecordStore(Path directory, LedgerClock clock) {
    this.directory = directory.toAbsolutePath();
    this.clock = clock;
    StoreDirectory.prepare(this.directory, clock);
  }

  @Override
  public Optional<StoredRecord> get(RecordKey key) {
    return Optional.ofNullable(kind(key).read(key).record());
  }

  @Override
  public Optional<StoredRecord> put(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    return put(key, null, expectedVersion, value, dueAt);
  }

  @Override
  public Optional<StoredRecord> put(
      StoreLease lease, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    return put(lease.key(), lease, expectedVersion, value, dueAt);
  }

  private Optional<StoredRecord> put(
      RecordKey key,
      @Nullable StoreLease lease,
      long expectedVersion,
      byte[] value,
      @Nullable Instant dueAt) {
    ValueLimit.checked(key, value);
    Instant due = dueAt == null ? null : Instant.ofEpochMilli(EpochMillis.floor(dueAt));
    KindDirectory kind = kind(key);
    return kind.locked(
        locks -> {
          Slot slot = kind.read(key);
          if (slot.recordVersion() != expectedVersion
              || (lease != null && !held(locks, slot, lease))) {
            return Optional.empty();
          }
          Slot next = slot.put(key, value.clone(), due, kind.nextChange());
          kind.write(key, next);
          return Optional.ofNullable(next.record());
        });
  }

  @Override
  public boolean delete(RecordKey key, long expectedVersion) {
    KindDirectory kind = kind(key);
    return kind.locked(
        locks -> {
          Slot slot = kind.read(key);
          if (slot.record() == null || slot.version() != expectedVersion) {
            return false;
          }
          kind.write(key, slot.deleted(kind.nextChange()));
          return true;
        });
  }

  @Override
  public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    KindDirectory kind = kind(key);
    return kind.locked(
        locks -> {
          Slot slot = kind.read(key);
          Instant now = clock.instant();
          locks.dropLapsed(now);
          if (slot.leasedAt(now) && locks.leaseHeld(key, slot.fence())) {
            return Optional.empty();
          }
          String owner = UUID.randomUUID().toString();
          Slot next = slot.granted(owner, until(now, ttl));
          locks.holdLease(key, next.fence(), next.leasedUntil());
          boolean written = false;
          try {
            kind.write(key, next);
            written = true;
          } finally {
            if (!written) {
              locks.dropLease(key, next.fence());
            }
          }
          return Optional.of(new StoreLease(key, owner, next.fence()));
        });
  }

  @Override
  public boolean renew(StoreLease lease, Duration ttl) {
    KindDirectory kind = kind(lease.key());
    return kind.locked(
        locks -> {
          Slot slot = kind.read(lease.key());
          if (!held(locks, slot, lease)) {
            return false;
          }
          Slot next = slot.renewed(until(clock.instant(), ttl));
          kind.write(lease.key(), next);
          locks.extendLease(lease.key(), lease.fence(), next.leasedUntil());
          return true;
        });
  }

  @Override
  public boolean release(StoreLease lease) {
    KindDirectory kind = kind(lease.key());
    return kind.locked(
        locks -> {
          Slot slot = kind.read(lease.key());
          if (!held(locks, slot, lease)) {
            return false;
          }
          kind.write(lease.key(), slot.released());
          locks.dropLease(lease.key(), lease.fence());
          return true;
        });
  }

  @Override
  public long fence(RecordKey key) {
    KindDirectory kind = kind(key);
    return kind.locked(
        locks -> {
          Slot slot = kind.read(key);
          kind.write(key, slot.fenced());
          locks.dropLease(key, slot.fence());
          return slot.fence() + 1;
        });
  }

  @Override
  public List<RecordKey> dueBefore(String kind, Instant deadline, int limit) {
    KindDirectory files = kind(new RecordKey(kind, "all"));
    return files.locked(
        locks ->
            files.all().stream()
                .flatMap(file -> Due.of(file.slot()).stream())
                .filter(due -> due.at.isBefore(deadline))
                .sorted(Comparator.comparing(Due::at))
                .limit(limit)
                .map(Due::key)
                .toList());
  }

  @Override
  public RecordChanges changedSince(String kind, long cursor, int limit) {
    KindDirectory files = kind(new RecordKey(kind, "all"));
    return files.locked(
        locks -> {
          long last = files.changes();
          if (last <= cursor) {
            return new RecordChanges(List.of(), cursor);
          }
          List<SlotFile> changed =
              files.all().stream()
                  .filter(file -> file.slot().change() > cursor)
                  .sorted(Comparator.comparingLong(file -> file.slot().change()))
                  .limit(limit)
                  .toList();
          return new RecordChanges(
              changed.stream().map(SlotFile::key).toList(),
              changed.size() < limit ? last : changed.get(limit - 1).slot().change());
        });
  }

  /** A lease is its process's: what another process was told of it is worth nothing there. */
  private boolean held(FileLocks locks, Slot slot, StoreLease lease) {
    return slot.heldBy(lease, clock.instant()) && locks.leaseHeldHere(lease.key(), lease.fence());
  }

  /** The key's kind is checked by then, so it is a directory's name on every file system. */
  private KindDirectory kind(RecordKey key) {
    return kinds.computeIfAbsent(
        key.kind(), name -> new KindDirectory(directory.resolve("kind-" + name), clock));
  }

  private static Instant until(Instant now, Duration ttl) {
    return Instant.ofEpochMilli(now.toEpochMilli() + EpochMillis.of(ttl));
  }

  private record Due(RecordKey key, Instant at) {
    static Optional<Due> of(Slot slot) {
      StoredRecord record = slot.record();
      return record == null || record.dueAt() == null
          ? Optional.empty()
          : Optional.of(new Due(record.key(), record.dueAt()));
    }
  }
}
