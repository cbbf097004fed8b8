package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.wire.Guard;
import java.time.Duration;
import java.time.Instant;

/** So many calls in a fixed window of the clock. */
final class RateWindow {
  private final Guard guard = new Guard();
  private final int permits;
  private final Duration window;
  private Instant opened = Instant.MIN;
  private int used;

  RateWindow(int permits, Duration window) {
    this.permits = permits;
    this.window = window;
  }

  /** Zero when the call may pass, else the seconds until the next window. */
  long waitSeconds(Instant now) {
    return guard.get(
        () -> {
          if (permits == 0) {
            return 0L;
          }
          if (used == 0 || !now.isBefore(opened.plus(window))) {
            opened = now;
            used = 0;
          }
          if (used < permits) {
            used++;
            return 0L;
          }
          Duration left = Duration.between(now, opened.plus(window));
          return Math.max(1L, (left.toMillis() + 999) / 1000);
        });
  }
}
