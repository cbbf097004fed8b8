package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The store in memory: one object is all its handles. */
class InMemoryRecordStoreTest extends RecordStoreContract {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
  private final RecordStore store = new InMemoryRecordStore(now::get);

  @Override
  protected RecordStore open() {
    return store;
  }

  @Override
  protected void letTimePass(Duration duration) {
    now.updateAndGet(instant -> instant.plus(duration));
  }
}
