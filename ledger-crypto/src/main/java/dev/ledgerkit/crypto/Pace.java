package dev.ledgerkit.crypto;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;

/** Lets so many steps a second pass, evenly; time lost elsewhere is not made up for. */
final class Pace {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final LedgerClock clock;
  private final long interval;
  private long nextAt;

  Pace(LedgerClock clock, int perSecond) {
    this.clock = clock;
    this.interval = SECOND / perSecond;
    this.nextAt = clock.nanoTime();
  }

  void await() throws InterruptedException {
    long wait = nextAt - clock.nanoTime();
    if (wait > 0) {
      clock.sleep(Duration.ofNanos(wait));
    }
    nextAt += Math.max(0, -wait) + interval;
  }
}
