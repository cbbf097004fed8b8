package dev.ledgerkit.crypto;

import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps every byte it was ever given, can fail, and lets a test cut in before a put.
 */
final class SeenStore implements RecordStore {
  private final RecordStore store = new InMemoryRecordStore();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final AtomicInteger putsLeft = new AtomicInteger(Integer.MAX_VALUE);
  private volatile Runnable beforePut = () -> {};
  private volatile Consumer<RecordKey> onGet = key -> {};

  /** All bytes and names ever put, as text. */
  String seen() {
    return seen.toString(StandardCharsets.ISO_8859_1);
  }

  /** From the put after the next {@code puts} on, the store is down. */
  void failAfter(int puts) {
    putsLeft.set(puts);
  }

  void onGet(Consumer<RecordKey> watcher) {
    onGet = watcher;
  }

  void beforePut(Runnable cutIn) {
    beforePut = cutIn;
  }

  /** Writes behind the vault's back. */
  void overwrite(RecordKey key, byte[] value) {
    StoredRecord now = store.get(key).orElse(null);
    store.put(key, now == null ? ABSENT : now.version(), value, now == null ? null : now.dueAt());
  }

  private void see(RecordKey key, byte[] value) {
    beforePut.run();
    if (putsLeft.decrementAndGet() < 0) {
      throw new VaultException("The store is down.", null);
    }
    seen.writeBytes(key.toString().getBytes(StandardCharsets.UTF_8));
    seen.writeBytes(value);
  }

  @Override
  public Optional<StoredRecord> get(RecordKey key) {
    onGet.accept(key);
    return store.get(key);
  }

  @Override
  public Optional<StoredRecord> put(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    see(key, value);
    return store.put(key, expectedVersion, value, dueAt);
  }

  @Override
  public Optional<StoredRecord> put(
      StoreLease lease, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    see(lease.key(), value);
    return store.put(lease, expectedVersion, value, dueAt);
  }

  @Override
  public boolean delete(RecordKey key, long expectedVersion) {
    return store.delete(key, expectedVersion);
  }

  @Override
  public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    return store.grant(key, ttl);
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
    return store.fence(key);
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
