package dev.ledgerkit.core.oauth;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * So many refreshes a minute: an exact sliding window. Asks, never waits. The lock guards the ring,
 * held for arithmetic only.
 */
final class RefreshBudget {
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final long[] taken;
  private int oldest;
  private int count;

  RefreshBudget(int perMinute) {
    this.taken = new long[perMinute];
  }

  /** Zero, and a permit is taken; or how long until there is one, and none is. */
  Duration take(long now) {
    lock.lock();
    try {
      while (count > 0 && now - taken[oldest] >= WINDOW) {
        oldest = (oldest + 1) % taken.length;
        count--;
      }
      if (count == taken.length) {
        return Duration.ofNanos(taken[oldest] + WINDOW - now);
      }
      taken[(oldest + count) % taken.length] = now;
      count++;
      return Duration.ZERO;
    } finally {
      lock.unlock();
    }
  }

  /** Gives back the permit taken last, for a call that was not made. */
  void giveBack() {
    lock.lock();
    try {
      if (count > 0) {
        count--;
      }
    } finally {
      lock.unlock();
    }
  }
}
