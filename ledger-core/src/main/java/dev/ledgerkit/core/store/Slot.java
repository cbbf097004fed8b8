package dev.ledgerkit.core.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All a key has: its record if any, and the numbers that outlive it. Immutable; each change is a
 * new slot.
 *
 * @param version of the record, or of its deletion
 * @param change the number of the last put or deletion of this kind that touched the key; 0 if none
 * @param fence the last fencing number
 * @param owner who was granted the lease; null if it was given back
 */
record Slot(
    @Nullable StoredRecord record,
    long version,
    long change,
    long fence,
    @Nullable String owner,
    Instant leasedUntil) {
  static final Slot EMPTY = new Slot(null, 0, 0, 0, null, Instant.EPOCH);

  long recordVersion() {
    return record == null ? RecordStore.ABSENT : version;
  }

  boolean leasedAt(Instant now) {
    return owner != null && now.isBefore(leasedUntil);
  }

  boolean heldBy(StoreLease lease, Instant now) {
    return leasedAt(now) && lease.owner().equals(owner) && fence == lease.fence();
  }

  Slot put(RecordKey key, byte[] value, @Nullable Instant dueAt, long number) {
    return changed(new StoredRecord(key, value, version + 1, dueAt), number);
  }

  Slot deleted(long number) {
    return changed(null, number);
  }

  private Slot changed(@Nullable StoredRecord next, long number) {
    return new Slot(next, version + 1, number, fence, owner, leasedUntil);
  }

  Slot granted(String by, Instant until) {
    return new Slot(record, version, change, fence + 1, by, until);
  }

  Slot renewed(Instant until) {
    return new Slot(record, version, change, fence, owner, until);
  }

  Slot released() {
    return new Slot(record, version, change, fence, null, Instant.EPOCH);
  }

  Slot fenced() {
    return new Slot(record, version, change, fence + 1, null, Instant.EPOCH);
  }
}
