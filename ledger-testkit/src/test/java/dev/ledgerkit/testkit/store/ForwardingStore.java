package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Another store's behaviour, of which a test breaks a part. */
public class ForwardingStore implements RecordStore {
  private final RecordStore store;

  public ForwardingStore(RecordStore store) {
    this.store = store;
  }

  /** Under which key it is really kept. */
  RecordKey map(RecordKey key) {
    return key;
  }

  @Override
  public Optional<StoredRecord> get(RecordKey key) {
    return store.get(map(key));
  }

  @Override
  public Optional<StoredRecord> put(RecordKey key, long expected, byte[] value, Instant dueAt) {
    return store.put(map(key), expected, value, dueAt);
  }

  @Override
  public Optional<StoredRecord> put(StoreLease lease, long expected, byte[] value, Instant dueAt) {
    return store.put(lease, expected, value, dueAt);
  }

  @Override
  public boolean delete(RecordKey key, long expected) {
    return store.delete(map(key), expected);
  }

  @Override
  public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    return store.grant(map(key), ttl);
  }

  @Override
  public boolean renew(StoreLease lease, Duration ttl) {
    return store.renew(lease, ttl);
  }

  @Override
  public boolean release(StoreLease lease) {
    return store.release(lease);
  }

  @Override
  public long fence(RecordKey key) {
    return store.fence(map(key));
  }

  @Override
  public List<RecordKey> dueBefore(String kind, Instant deadline, int limit) {
    return store.dueBefore(kind, deadline, limit);
  }

  @Override
  public RecordChanges changedSince(String kind, long cursor, int limit) {
    return store.changedSince(kind, cursor, limit);
  }
}
