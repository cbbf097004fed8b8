package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/**
 * The law of a window: never more than the permits in any stretch as long as it, and hardly less.
 */
class SlidingWindowTest {

  @Property(tries = 300)
  void anyArrivals_noWindowAnywhereHoldsMoreThanThePermits(
      @ForAll @IntRange(min = 1, max = 40) int permits,
      @ForAll @LongRange(min = 1, max = 5_000_000) long window,
      @ForAll @Size(max = 200) List<@LongRange(min = 0, max = 400_000) Long> pauses) {
    SlidingWindow gate = window(permits, window, -77);
    List<Long> taken = new ArrayList<>();
    long now = -77; // nanoTime may be negative
    for (long pause : pauses) {
      now += pause;
      now += gate.delay(now, 0, 0);
      assertThat(gate.delay(now, 0, 0)).isZero();
      gate.take(now);
      taken.add(now);
    }
    for (int i = permits; i < taken.size(); i++) {
      assertThat(taken.get(i) - taken.get(i - permits)).isGreaterThanOrEqualTo(window);
    }
  }

  @Property(tries = 200)
  void endlessDemand_isServedWithin98PercentOfTheLimit(
      @ForAll @IntRange(min = 1, max = 500) int permits,
      @ForAll @LongRange(min = 1_000_000, max = 5_000_000_000L) long window) {
    SlidingWindow gate = window(permits, window, 0);
    long now = 0;
    int windows = 20;
    for (int i = 0; i < permits * windows; i++) {
      now += gate.delay(now, 0, 0);
      gate.take(now);
    }
    assertThat((double) now).isLessThanOrEqualTo((windows - 1) * (double) window / 0.98);
  }

  @Property(tries = 300)
  void line_everyDelayTold_isWhatItTurnsOutToBe(
      @ForAll @IntRange(min = 1, max = 20) int permits,
      @ForAll @IntRange(min = 0, max = 60) int ahead,
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 100_000) Long> pauses) {
    SlidingWindow gate = window(permits, 1_000_000, 0);
    long now = 0;
    for (long pause : pauses) {
      now += pause;
      now += gate.delay(now, 0, 0);
      gate.take(now);
    }
    long told = now + gate.delay(now, ahead, 0);
    for (int other = 0; other < ahead; other++) {
      now += gate.delay(now, 0, 0);
      gate.take(now);
    }
    long turn = now + gate.delay(now, 0, 0);
    assertThat(told).isEqualTo(turn);
  }

  private static SlidingWindow window(int permits, long nanos, long origin) {
    return new SlidingWindow(
        new RateLimit(RateLimit.Scope.BINDING, permits, Duration.ofNanos(nanos)), origin);
  }
}
