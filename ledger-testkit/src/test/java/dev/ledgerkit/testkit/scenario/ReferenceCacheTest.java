package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.reference.ReferenceData;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A fetch that cannot run must not be waited for. */
class ReferenceCacheTest {
  private static final ReferenceItem VAT = new ReferenceItem("GB_STANDARD", "VAT 20%", "", true);

  private final BindingId id = BindingId.random();
  private final ReferenceList rates =
      new ReferenceList(
          ReferenceKind.TAX_RATES,
          (api, binding) -> Paged.of(cursor -> new Page<>(List.of(VAT), null, 1, List.of())));

  @Test
  void executorFull_callerLearnsAtOnceAndTheNextFetchRuns() throws Exception {
    AtomicBoolean full = new AtomicBoolean(true);
    CaffeineReferenceCache cache =
        cache(
            task -> {
              if (full.get()) {
                throw new RejectedExecutionException("full");
              }
              task.run();
            });
    assertThatThrownBy(() -> cache.get(id))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining(id.value());
    full.set(false);

    ReferenceData data =
        CompletableFuture.supplyAsync(() -> cache.get(id)).get(10, TimeUnit.SECONDS);

    assertThat(data.list(ReferenceKind.TAX_RATES)).containsExactly(VAT);
  }

  @Test
  void close_fetchThatNeverRuns_whoWaitsLearnsAtOnce() {
    CaffeineReferenceCache cache = cache(task -> {}); // as threads that were stopped
    CompletableFuture<ReferenceData> prefetched = cache.prefetch(id);
    CompletableFuture<ReferenceData> waiting = CompletableFuture.supplyAsync(() -> cache.get(id));

    cache.close();

    for (CompletableFuture<ReferenceData> fetch : List.of(prefetched, waiting)) {
      assertThatThrownBy(() -> fetch.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(ProviderUnavailableException.class)
          .hasMessageContaining("closed");
    }
  }

  private CaffeineReferenceCache cache(Executor executor) {
    return CaffeineReferenceCache.builder(
            (binding, request) -> {
              throw new AssertionError("nothing is called here");
            },
            binding -> List.of(rates),
            executor)
        .build();
  }
}
