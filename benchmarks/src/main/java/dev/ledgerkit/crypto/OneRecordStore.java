package dev.ledgerkit.crypto;

import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record for one thread, at the cost of a field, so that a measurement shows what is above. */
final class OneRecordStore implements RecordStore {
  private Optional<StoredRecord> record = Optional.empty();
  private long fence;

  @Override
  public Optional<StoredRecord> get(RecordKey key) {
    return record;
  }

  @Override
  public Optional<StoredRecord> put(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    record = Optional.of(new StoredRecord(key, value, expectedVersion + 1, dueAt));
    return record;
  }

  @Override
  public long fence(RecordKey key) {
    return ++fence;
  }

  @Override
  public Optional<StoredRecord> put(
      StoreLease lease, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean delete(RecordKey key, long expectedVersion) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean renew(StoreLease lease, Duration ttl) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean release(StoreLease lease) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<RecordKey> dueBefore(String kind, Instant deadline, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public RecordChanges changedSince(String kind, long cursor, int limit) {
    throw new UnsupportedOperationException();
  }
}
