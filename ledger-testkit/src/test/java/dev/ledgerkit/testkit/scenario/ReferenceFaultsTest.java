package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import dev.ledgerkit.testkit.store.ForwardingStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reference data where something goes wrong, or two things happen at once. */
class ReferenceFaultsTest extends ReferenceNodes {

  /** A fetch takes minutes to fail, eight at once, and the sweep finds all of them due. */
  @Test
  void providerThatFailsSlowly_comesBack_isAskedOnceForEach() {
    CaffeineReferenceCache node = node();
    List<BindingId> shops = ids("shop-", 200);
    shops.forEach(id -> finish(node.prefetch(id)));
    clock.advance(DAY.plus(SPREAD));
    down = true;
    for (int minute = 0; minute < 12 * 60; minute++) {
      node.refreshDue(500);
      clock.advance(Duration.ofMinutes(1));
      for (int waiting = tasks.size(); waiting > 0; waiting--) {
        tasks.remove().run(); // one step of each in a minute
      }
    }
    down = false;
    asked.clear();

    for (int minute = 0; minute < 120; minute++) {
      node.refreshDue(500);
      clock.advance(Duration.ofMinutes(1));
      runTasks();
    }

    assertThat(asked).hasSize(200).doesNotHaveDuplicates();
  }

  /** After 5 minutes, then 10, 20, 40 and every hour, whoever asks: here the sweep. */
  @Test
  void providerThatFails_isLeftAloneLongerEachTime_bySweepsToo() {
    CaffeineReferenceCache node = node();
    connected(node);
    clock.advance(DAY.plus(SPREAD));
    down = true;
    asked.clear();
    for (int minute = 0; minute < 6 * 60; minute++) {
      node.refreshDue(10);
      runTasks();
      clock.advance(Duration.ofMinutes(1));
    }

    assertThat(asked.size()).as("tries in six hours").isBetween(5, 12);
  }

  @Test
  void snapshotOfANewerLedger_isReplaced_andRefreshedAsOthers() {
    RecordKey key = new RecordKey("reference", shop.value());
    store.put(
        key,
        RecordStore.ABSENT,
        "{\"format\":2}".getBytes(StandardCharsets.UTF_8),
        clock.instant());
    CaffeineReferenceCache node = node();
    ReferenceData fetched = load(node);
    assertThat(asked).hasSize(1);

    assertThat(load(node())).isEqualTo(fetched);
    assertThat(asked).hasSize(1);
    clock.advance(DAY.plus(SPREAD));
    node.get(shop);
    runTasks();
    assertThat(asked).hasSize(2);
  }

  @Test
  void forgottenAndFetchedAgain_theFirstFetchComesLate_andLeavesTheSecondAlone() {
    CaffeineReferenceCache node = node();
    CompletableFuture<ReferenceData> late = node.prefetch(shop);
    List<Runnable> held = new ArrayList<>(tasks);
    tasks.clear();
    node.forget(shop);
    ReferenceData fresh = finish(node.prefetch(shop));
    held.forEach(Runnable::run);
    runTasks();
    late.join();
    asked.clear();

    assertThat(load(node())).isEqualTo(fresh);
    assertThat(asked).as("a restart needs no call").isEmpty();
  }

  @Test
  void olderFetchThatLandsLast_doesNotHideTheNewer() {
    CaffeineReferenceCache one = node();
    CaffeineReferenceCache two = node();
    connected(one);
    load(two);
    two.poll();
    clock.advance(Duration.ofMinutes(1));
    CompletableFuture<ReferenceData> slow = two.prefetch(shop);
    List<Runnable> begun = new ArrayList<>(tasks);
    tasks.clear();
    begun.forEach(Runnable::run); // it has read the list, and has not landed
    List<Runnable> rest = new ArrayList<>(tasks);
    tasks.clear();
    assertThat(slow.isDone()).isFalse();
    clock.advance(Duration.ofSeconds(1));
    rates = List.of(rate("REDUCED", "Reduced", true));
    ReferenceData fresh = finish(one.prefetch(shop));
    two.poll();

    rest.forEach(Runnable::run);
    runTasks();
    slow.join();

    assertThat(two.get(shop)).isEqualTo(fresh);
  }

  @Test
  void storeOfAHostThatThrowsWhatItLikes_costsNoFetch() {
    RecordStore odd =
        new ForwardingStore(store) {
          @Override
          public Optional<StoredRecord> put(
              RecordKey key, long version, byte[] value, @Nullable Instant dueAt) {
            throw new IllegalStateException("the pool is closed");
          }
        };
    CaffeineReferenceCache node = node(odd, 10, 1);

    assertThat(finish(node.prefetch(shop)).list(ReferenceKind.TAX_RATES)).isEqualTo(rates);
    assertThat(finish(node.prefetch(shop)).list(ReferenceKind.TAX_RATES)).isEqualTo(rates);
    assertThat(asked).hasSize(2);
  }

  /** It had seen old data; by the time it asks for the lease the other has given it back. */
  @Test
  void nodeThatGetsTheLeaseAfterAnother_doesNotFetchAgain() {
    CaffeineReferenceCache first = node();
    Hook leaseAsked = new Hook();
    CaffeineReferenceCache second =
        node(
            new ForwardingStore(store) {
              @Override
              public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
                leaseAsked.reached();
                return super.grant(key, ttl);
              }
            },
            10,
            1);
    connected(first);
    load(second);
    clock.advance(DAY.plus(SPREAD));
    asked.clear();
    leaseAsked.set(
        () -> {
          first.get(shop);
          runTasks();
        });

    second.get(shop);
    runTasks();

    assertThat(asked).hasSize(1);
    assertThat(second.get(shop)).isEqualTo(first.get(shop));
    assertThat(second.get(shop).refreshedAt()).isEqualTo(clock.instant());
  }

  @Test
  void storeFailsAtTheSecondLook_theLeaseIsGivenBack() {
    AtomicBoolean armed = new AtomicBoolean();
    AtomicBoolean fails = new AtomicBoolean();
    CaffeineReferenceCache node =
        node(
            new ForwardingStore(store) {
              @Override
              public Optional<StoredRecord> get(RecordKey key) {
                if (fails.getAndSet(false)) {
                  throw new VaultException("the store is down for a moment", null);
                }
                return super.get(key);
              }

              @Override
              public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
                Optional<StoreLease> lease = super.grant(key, ttl);
                fails.set(armed.get());
                return lease;
              }
            },
            10,
            1);
    connected(node);
    clock.advance(DAY.plus(SPREAD));
    armed.set(true);

    node.get(shop);
    runTasks();

    assertThat(fails).as("it came to the second look").isFalse();
    assertThat(asked).as("only at the connect").hasSize(1);
    assertThat(store.grant(new RecordKey("reference", shop.value()), Duration.ofMinutes(1)))
        .isPresent();
  }
}
