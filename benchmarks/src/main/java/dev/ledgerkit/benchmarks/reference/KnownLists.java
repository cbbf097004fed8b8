package dev.ledgerkit.benchmarks.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** 5,000 bindings' lists in memory, and, where asked for, all of them refreshed over and over. */
@State(Scope.Benchmark)
public class KnownLists {
  static final int BINDINGS = 5_000;
  private static final int ITEMS = 100;

  /** Whether refreshes run meanwhile, one binding after the other, about a thousand a second. */
  @Param({"false", "true"})
  boolean refreshing;

  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  CaffeineReferenceCache cache;

  private volatile boolean over;
  private final AtomicInteger refreshed = new AtomicInteger();

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final ExecutorService refresher = Executors.newSingleThreadExecutor();

  static BindingId id(int number) {
    return new BindingId("binding-%08d".formatted(number));
  }

  @Setup(Level.Trial)
  public void setUp() {
    List<ReferenceItem> items =
        IntStream.range(0, ITEMS)
            .mapToObj(number -> new ReferenceItem("id-" + number, "Label", "", true))
            .toList();
    ReferenceList list =
        new ReferenceList(
            ReferenceKind.TAX_RATES,
            (api, binding) -> Paged.of(page -> new Page<>(items, null, ITEMS, List.of())));
    cache =
        CaffeineReferenceCache.builder(
                (binding, request) -> {
                  throw new IllegalStateException("nothing is called here");
                },
                binding -> List.of(list),
                executor)
            .build();
    IntStream.range(0, BINDINGS).forEach(number -> cache.refresh(id(number)));
    if (refreshing) {
      refresher.execute(this::refreshForEver);
    }
  }

  private void refreshForEver() {
    try {
      while (!over) {
        cache.refresh(id(refreshed.getAndIncrement() % BINDINGS));
        TimeUnit.MILLISECONDS.sleep(1); // the pace of the load, not a wait for anything
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @TearDown(Level.Trial)
  public void tearDown() throws InterruptedException {
    over = true;
    refresher.shutdown();
    if (!refresher.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new IllegalStateException("A refresh does not end.");
    }
    System.out.printf("%n# %,d refreshes meanwhile%n", refreshed.get());
    executor.shutdownNow();
    cache.close();
  }
}
