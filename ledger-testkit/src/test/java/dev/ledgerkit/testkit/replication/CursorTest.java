package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose times are not what they should be are found by the feeds all the same. */
class CursorTest {
  @TempDir Path directory;

  private final Skewed clock = new Skewed();

  /** A virtual clock whose calendar can be set wrong for a moment. */
  private static final class Skewed implements LedgerClock {
    private final VirtualClock clock = new VirtualClock();
    private volatile Duration skew = Duration.ZERO;

    @Override
    public Instant instant() {
      return clock.instant().plus(skew);
    }

    @Override
    public long nanoTime() {
      return clock.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      clock.sleep(duration);
    }

    @Override
    public void after(Duration delay, Executor executor, Runnable task) {
      clock.after(delay, executor, task);
    }

    /** What {@code work} writes bears times that are off by {@code by}. */
    void off(Duration by, Runnable work) {
      skew = by;
      work.run();
      skew = Duration.ZERO;
    }
  }

  @BeforeEach
  void later() {
    clock.clock.advance(Duration.ofDays(1));
  }

  /**
   * As a transaction that began before the run and is committed after it, or a provider whose
   * clocks do not agree. Edits alone: their numbers tell nothing.
   */
  @ParameterizedTest
  @CsvSource({"Sage,PT-30S", "Sage,PT-9M", "FreeAgent,PT-30S", "FreeAgent,PT-9M"})
  void editStampedBeforeTheLastRun_isFound(String provider, Duration late) {
    try (Merchant merchant = Merchant.of(provider, 1_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).build();
      Replicas.assertComplete(replication.run(sink));

      clock.off(late, () -> edit(merchant, 0, "late"));
      Replicas.assertComplete(replication.run(sink));

      Replicas.assertSame(merchant.books(), directory);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sage", "FreeAgent"})
  void recordDatedInTheFuture_movesNoCursor(String provider) {
    try (Merchant merchant = Merchant.of(provider, 1_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).build();
      Replicas.assertComplete(replication.run(sink));
      clock.off(Duration.ofDays(400), () -> edit(merchant, 0, "from the future"));
      clock.clock.advance(Duration.ofHours(1));
      Replicas.assertComplete(replication.run(sink));
      Replicas.assertSame(merchant.books(), directory);

      clock.clock.advance(Duration.ofHours(1));
      edit(merchant, 1, "after it");
      Replicas.assertComplete(replication.run(sink));

      Replicas.assertSame(merchant.books(), directory);
    }
  }

  /** Nothing changed for a week, and then an edit bears a time of the day before the last run. */
  @Test
  void editStampedHoursBeforeTheLastRun_isFound_whereNothingElseChanged() {
    try (Merchant merchant = Merchant.of("Sage", 1_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      clock.clock.advance(Duration.ofDays(7));
      Replication replication = Replication.builder(merchant.source()).build();
      Replicas.assertComplete(replication.run(sink));

      clock.off(Duration.ofHours(-20), () -> edit(merchant, 0, "very late"));
      Replicas.assertComplete(replication.run(sink));

      Replicas.assertSame(merchant.books(), directory);
    }
  }

  /** In a list that is followed by its feed. */
  private static void edit(Merchant merchant, int which, String text) {
    String stream = merchant.source().provider().name().equals("Sage") ? "contacts" : "expenses";
    List<String> before = List.copyOf(merchant.books().snapshot(stream).values());
    String key = List.copyOf(merchant.books().snapshot(stream).keySet()).get(which);
    merchant.edit(key, stream, text);
    assertThat(List.copyOf(merchant.books().snapshot(stream).values())).isNotEqualTo(before);
  }
}
