package dev.ledgerkit.testkit.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * So many calls in a fixed window of the clock.
 *
 * <p>Safe for use by many threads.
 *
 * @since 0.1
 */
public final class RateWindow {
  private final Guard guard = new Guard();
  private final int permits;
  private final Duration window;
  private final boolean onTheClock;
  private Instant opened = Instant.MIN;
  private int used;

  private RateWindow(int permits, Duration window, boolean onTheClock) {
    this.permits = permits;
    this.window = window;
    this.onTheClock = onTheClock;
  }

  /** A window opens with the first call after the one before; 0 permits mean no limit. */
  public static RateWindow fromFirstCall(int permits, Duration window) {
    return new RateWindow(permits, window, false);
  }

  /** Windows open at the top of the minute, or of the hour; 0 permits mean no limit. */
  public static RateWindow onTheClock(int permits, Duration window) {
    return new RateWindow(permits, window, true);
  }

  public int permits() {
    return permits;
  }

  public Duration window() {
    return window;
  }

  /** Zero when the call may pass, else the seconds until the next window. */
  public long waitSeconds(Instant now) {
    return waitSeconds(now, permits);
  }

  /** As {@link #waitSeconds(Instant)}, with fewer permits for this one call. */
  public long waitSeconds(Instant now, int permitsNow) {
    return guard.get(
        () -> {
          if (permits == 0) {
            return 0L;
          }
          if (opened.equals(Instant.MIN) || !now.isBefore(opened.plus(window))) {
            opened = onTheClock ? top(now) : now;
            used = 0;
          }
          if (used < permitsNow) {
            used++;
            return 0L;
          }
          Duration left = Duration.between(now, opened.plus(window));
          return Math.max(1L, (left.toMillis() + 999) / 1000);
        });
  }

  private Instant top(Instant now) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }
}
