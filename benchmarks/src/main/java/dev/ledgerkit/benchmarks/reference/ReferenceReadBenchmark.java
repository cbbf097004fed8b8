package dev.ledgerkit.benchmarks.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.reference.ReferenceData;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A settings page's read of one binding's lists, by an id the cache has never seen as an object.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReferenceReadBenchmark {

  @Benchmark
  public ReferenceData one(KnownLists lists, Ids ids) {
    return lists.cache.get(ids.first);
  }

  @Benchmark
  public ReferenceData any(KnownLists lists, Ids ids) {
    return lists.cache.get(ids.next());
  }

  /** In random order. */
  @State(Scope.Thread)
  public static class Ids {
    @SuppressWarnings("NullAway.Init") // JMH calls setUp first
    private BindingId[] ids;

    @SuppressWarnings("NullAway.Init")
    private BindingId first;

    private int at;

    @Setup(Level.Trial)
    public void setUp() {
      List<BindingId> shuffled =
          IntStream.range(0, KnownLists.BINDINGS)
              .mapToObj(KnownLists::id)
              .collect(Collectors.toList());
      Collections.shuffle(shuffled, new Random(1));
      ids = shuffled.toArray(BindingId[]::new);
      first = ids[0];
    }

    BindingId next() {
      at = at + 1 == ids.length ? 0 : at + 1;
      return ids[at];
    }
  }
}
