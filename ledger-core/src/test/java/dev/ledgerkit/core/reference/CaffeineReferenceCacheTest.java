package dev.ledgerkit.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class CaffeineReferenceCacheTest {
  private static final BindingId SHOP = new BindingId("shop");
  private static final List<ReferenceItem> RATES =
      List.of(new ReferenceItem("STANDARD", "Standard", "20%", true));

  private final AtomicBoolean drops = new AtomicBoolean();
  private final AtomicLong now = new AtomicLong();

  /** One that waits 50 ms of real time for tasks its executor may have dropped. */
  private ReferenceCacheBuilder cache() {
    ReferenceCacheBuilder builder =
        CaffeineReferenceCache.builder(
                (binding, request) -> {
                  throw new AssertionError("nothing is called here");
                },
                binding ->
                    List.of(
                        new ReferenceList(
                            ReferenceKind.TAX_RATES,
                            (api, id) -> Paged.of(page -> new Page<>(RATES, null, 1, List.of())))),
                task -> {
                  if (!drops.get()) {
                    task.run();
                  }
                })
            .clock(() -> Instant.ofEpochMilli(now.get()))
            .store(new InMemoryRecordStore());
    builder.longestFetch = Duration.ofMillis(50);
    return builder;
  }

  /** A pool that is shut down by somebody else, or that discards when it is full. */
  @Test
  void executorThatDropsWhatItTook_failsTheCallersOfThatTime_andNotTheNext() {
    drops.set(true);
    try (CaffeineReferenceCache cache = cache().build()) {
      assertThatThrownBy(() -> cache.refresh(SHOP))
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("shop");
      assertThatThrownBy(() -> cache.prefetch(SHOP).join()) // until no fetch is under way
          .hasRootCauseInstanceOf(TimeoutException.class);

      drops.set(false);

      assertThat(cache.refresh(SHOP).list(ReferenceKind.TAX_RATES)).isEqualTo(RATES);
      assertThat(cache.get(SHOP).list(ReferenceKind.TAX_RATES)).isEqualTo(RATES);
    }
  }

  @Test
  void refreshWhoseTaskIsDropped_givesItsPlaceToTheNext_andIsTriedAgain() {
    BindingId next = new BindingId("next");
    try (CaffeineReferenceCache cache = cache().refreshesAtOnce(1).build()) {
      cache.refresh(SHOP);
      Instant stale = cache.refresh(next).refreshedAt();
      now.addAndGet(Duration.ofHours(26).toMillis());
      drops.set(true);
      cache.get(SHOP);
      drops.set(false);

      cache.get(next); // waits behind the other
      awaitRefreshed(cache, next, stale);
      now.addAndGet(Duration.ofMinutes(6).toMillis());
      awaitRefreshed(cache, SHOP, stale);
    }
  }

  /** Reads until it is; the dropped task's place comes free by a timer of the JDK. */
  private static void awaitRefreshed(CaffeineReferenceCache cache, BindingId id, Instant stale) {
    long began = System.nanoTime();
    while (!cache.get(id).refreshedAt().isAfter(stale)) {
      assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(30).toNanos());
      LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
    }
  }
}
