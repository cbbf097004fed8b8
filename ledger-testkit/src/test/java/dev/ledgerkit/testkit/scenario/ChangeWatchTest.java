package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.store.ForwardingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What keeps the news of other nodes coming. */
class ChangeWatchTest {

  @Test
  void recordThatCannotBeRead_keepsNoNewsOfOthersBack() {
    RecordStore store = new InMemoryRecordStore();
    Bindings here = new Bindings(store);
    Bindings there = new Bindings(store);
    BindingId unreadable = here.create(Host.SHOP, "Sage", "UK").id();
    BindingId readable = here.create(Host.SHOP, "Sage", "UK").id();
    there.get(unreadable);
    there.get(readable);
    there.poll();
    writeInALaterFormat(store, new RecordKey("binding", unreadable.value()));
    here.transition(readable, BindingStatus.REVOKED);

    there.poll();

    assertThat(there.get(readable).status()).isEqualTo(BindingStatus.REVOKED);
    assertThatThrownBy(() -> there.get(unreadable))
        .as("nobody works on with what it was before")
        .isInstanceOf(VaultException.class)
        .hasMessageContaining(unreadable.value());
    here.transition(readable, BindingStatus.PENDING);
    there.poll();
    assertThat(there.get(readable).status()).isEqualTo(BindingStatus.PENDING);
  }

  @Test
  void storeThrows_whateverItIs_theWatchGoesOn() {
    AtomicInteger polls = new AtomicInteger();
    RecordStore store =
        new ForwardingStore(new InMemoryRecordStore()) {
          @Override
          public RecordChanges changedSince(String kind, long cursor, int limit) {
            if (polls.incrementAndGet() == 2) {
              throw new IllegalStateException("the pool is closed for a moment");
            }
            return super.changedSince(kind, cursor, limit);
          }
        };
    LedgerClock clock = LedgerClock.system();
    try (SageSimulator sage = SageSimulator.builder().clock(clock).start();
        Host watching =
            Host.of(
                sage,
                clock,
                store,
                new InMemoryTokenVault(),
                settings -> settings.changeInterval(Duration.ofMillis(5)))) {
      BindingId id = watching.pending().id();
      Await.until(() -> polls.get() > 2);

      new Bindings(store).transition(id, BindingStatus.REVOKED);

      Await.until(() -> watching.ledger.bindings().get(id).status() == BindingStatus.REVOKED);
    }
  }

  private static void writeInALaterFormat(RecordStore store, RecordKey key) {
    StoredRecord now = store.get(key).orElseThrow();
    String later =
        new String(now.value(), StandardCharsets.UTF_8).replace("\"format\":1", "\"format\":99");
    assertThat(store.put(key, now.version(), later.getBytes(StandardCharsets.UTF_8), null))
        .isPresent();
  }
}
