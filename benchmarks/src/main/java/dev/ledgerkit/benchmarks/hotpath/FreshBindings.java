package dev.ledgerkit.benchmarks.hotpath;

import dev.ledgerkit.benchmarks.contender.LedgerContender;
import dev.ledgerkit.core.BindingId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Ledger with so many bindings, all fresh. */
@State(Scope.Benchmark)
public class FreshBindings {
  @Param({"1", "10000"})
  int bindings;

  @SuppressWarnings("NullAway.Init") // JMH calls setUp first
  LedgerContender ledger;

  final Map<BindingId, Object> mapAlone = new ConcurrentHashMap<>();

  @Setup(Level.Trial)
  public void setUp() {
    for (int i = 0; i < bindings; i++) {
      mapAlone.put(LedgerContender.id(i), new Object());
    }
    ledger = LedgerContender.fresh(bindings);
  }

  @TearDown(Level.Trial)
  public void tearDown() {
    ledger.close();
  }

  /** The ids each thread asks for, in an order of its own, as objects the map has never seen. */
  @State(Scope.Thread)
  public static class Next {
    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private BindingId[] ids;

    private int at;

    @Setup(Level.Trial)
    public void setUp(FreshBindings state) {
      List<BindingId> shuffled =
          IntStream.range(0, state.bindings)
              .mapToObj(LedgerContender::id)
              .collect(Collectors.toList());
      Collections.shuffle(shuffled, new Random(Thread.currentThread().getId()));
      ids = shuffled.toArray(BindingId[]::new);
    }

    BindingId id() {
      int next = at + 1;
      at = next == ids.length ? 0 : next;
      return ids[at];
    }
  }
}
