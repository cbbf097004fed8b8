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
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CaffeineReferenceCacheTest {
  private static final BindingId SHOP = new BindingId("shop");
  private static final List<ReferenceItem> RATES =
      List.of(new ReferenceItem("STANDARD", "Standard", "20%", true));

  /** A pool that is shut down by somebody else, or that discards when it is full. */
  @Test
  void executorThatDropsWhatItTook_failsTheCallersOfThatTime_andNotTheNext() {
    AtomicBoolean drops = new AtomicBoolean(true);
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
            .store(new InMemoryRecordStore());
    builder.longestFetch = Duration.ofMillis(50);
    try (CaffeineReferenceCache cache = builder.build()) {
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
}
