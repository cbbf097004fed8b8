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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a background gets of a window, and what it leaves. */
class SharedWindowTest {
  private static final Line.Ahead NOBODY = new Line.Ahead(0, 0);
  private static final Line.Ahead ONE_WHO_WAITS = new Line.Ahead(1, 0);

  @ParameterizedTest
  @CsvSource({
    "15, PT1S",
    "20, PT1S",
    "50, PT1M",
    "100, PT1M",
    "120, PT1M",
    "199, PT1M",
    "1000, PT1M",
    "60, PT1H",
    "3600, PT1H",
    "1296000, P1D"
  })
  void background_flatOut_gets98PercentOfTheLimit(int permits, Duration length) {
    SharedWindow window = window(permits, length);
    long now = 0;
    int windows = 4;
    for (long i = 0; i < (long) permits * windows; i++) {
      now += window.delay(now, NOBODY, true);
      window.take(now, true);
    }
    double allowed = (double) now / length.toNanos() * permits;
    // What a window lets go at its very beginning is not rate.
    assertThat(permits * (windows - 1) / allowed).isLessThanOrEqualTo(1);
    assertThat(permits * windows / allowed).isGreaterThanOrEqualTo(0.98);
  }

  @Property(tries = 200)
  void background_ofAnyMinuteOrLess_gets98Percent(
      @ForAll @IntRange(min = 1, max = 2_000) int permits,
      @ForAll @LongRange(min = 1_000_000, max = 60_000_000_000L) long nanos) {
    SharedWindow window = window(permits, Duration.ofNanos(nanos));
    long now = 0;
    int windows = 20;
    for (int i = 0; i < permits * windows; i++) {
      now += window.delay(now, NOBODY, true);
      window.take(now, true);
    }
    assertThat((double) now).isLessThanOrEqualTo(windows * (double) nanos / 0.98);
  }

  @Property(tries = 200)
  void interactiveCalls_duringABackgroundFlatOut_waitForOnePermitAtMost(
      @ForAll @IntRange(min = 2, max = 1_000) int permits,
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 20_000) Long> pauses) {
    Duration minute = Duration.ofMinutes(1);
    SharedWindow window = window(permits, minute);
    long permit = minute.toNanos() / permits;
    long slot = minute.toNanos() / 200;
    long now = 0;
    long nextCall = 3 * minute.toNanos(); // the window is full, and has been for long
    for (long pause : pauses) {
      nextCall += permit + pause * 1_000_000;
      now = backgroundUntil(window, now, nextCall);
      long wait = window.delay(now, NOBODY, false);
      assertThat(wait).isLessThanOrEqualTo(permit + slot);
      assertThat(window.delay(now, ONE_WHO_WAITS, true)).isGreaterThanOrEqualTo(wait);
      now += wait;
      window.take(now, false);
      nextCall = now;
    }
  }

  @Property(tries = 100)
  void interactiveCalls_manyAtOnceDuringABackground_waitForOnePermitEach(
      @ForAll @IntRange(min = 30, max = 1_000) int permits,
      @ForAll @LongRange(min = 0, max = 60_000) long after) {
    Duration minute = Duration.ofMinutes(1);
    SharedWindow window = window(permits, minute);
    double permit = minute.toNanos() * 1.005 / permits;
    long slot = minute.toNanos() / 200;
    long now = backgroundUntil(window, 0, 3 * minute.toNanos() + after * 1_000_000);
    for (int before = 0; before < 20; before++) {
      assertThat(window.delay(now, new Line.Ahead(before, 0), false))
          .isLessThanOrEqualTo((long) ((before + 1) * permit) + slot);
    }
  }

  @Test
  void background_inALongWindow_isSpreadFromTheLastTenthOn() {
    SharedWindow window = window(200, Duration.ofHours(1));
    for (int i = 0; i < 178; i++) {
      assertThat(window.delay(0, NOBODY, true)).isZero();
      window.take(0, true);
    }
    long now = 0;
    for (int i = 0; i < 20; i++) {
      long step = window.delay(now, NOBODY, true);
      assertThat(Duration.ofNanos(step))
          .isBetween(Duration.ofSeconds(170), Duration.ofSeconds(174));
      now += step;
      window.take(now, true);
    }
    assertThat(Duration.ofNanos(now)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(60));
    for (int i = 0; i < 2; i++) {
      assertThat(window.delay(now, NOBODY, false)).isZero();
      window.take(now, false);
    }
    assertThat(window.delay(now, NOBODY, false)).isPositive();
  }

  @Test
  void background_inALongWindow_isEvenAfterItsFirstRound() {
    Duration hour = Duration.ofHours(1);
    SharedWindow window = window(3_600, hour);
    List<Long> taken = new ArrayList<>();
    long now = 0;
    while (now < 4 * hour.toNanos()) {
      now += window.delay(now, NOBODY, true);
      window.take(now, true);
      taken.add(now);
    }
    for (int i = 3_600; i + 360 < taken.size(); i++) {
      assertThat(taken.get(i + 360) - taken.get(i)).isGreaterThan(hour.dividedBy(11).toNanos());
    }
  }

  private static long backgroundUntil(SharedWindow window, long from, long until) {
    long now = from;
    while (true) {
      long next = now + window.delay(now, NOBODY, true);
      if (next >= until) {
        return until;
      }
      now = next;
      window.take(now, true);
    }
  }

  private static SharedWindow window(int permits, Duration length) {
    return new SharedWindow(new RateLimit(RateLimit.Scope.BINDING, permits, length), 0);
  }
}
