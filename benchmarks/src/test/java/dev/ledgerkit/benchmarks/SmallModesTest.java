package dev.ledgerkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ledgerkit.benchmarks.prefetch.PrefetchTiming;
import dev.ledgerkit.benchmarks.storm.StormSuite;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every suite still runs against today's Ledger and the pinned peers. What it measures is not
 * judged.
 */
class SmallModesTest {
  private static final List<String> SMALL = List.of("--small");

  @Test
  void storm_small_runs() {
    assertThatCode(() -> StormSuite.run(SMALL)).doesNotThrowAnyException();
  }

  @Test
  void prefetch_small_runs() {
    assertThatCode(() -> PrefetchTiming.run(SMALL)).doesNotThrowAnyException();
  }
}
