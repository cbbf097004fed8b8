package dev.ledgerkit.benchmarks;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ledgerkit.benchmarks.parse.ParseBenchmark;
import dev.ledgerkit.benchmarks.parse.Parsing;
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

  /** A page read by three parsers, and the same records by two of them. */
  @Test
  void parse_page_isTheSameRecordsAsPlainJackson() {
    assertThatCode(() -> new ParseBenchmark().setUp()).doesNotThrowAnyException();
    assertThatCode(Parsing::byLedger).doesNotThrowAnyException();
  }
}
