package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many repetitions all calls of a client may add to a provider in trouble: a bucket that
 * refills over time. It holds no memory of single calls, so a call that failed takes nothing from
 * the next one but its share of the bucket.
 */
final class RetryBudget {
  /** Enough for some 25 calls to fail at once, each with all its repetitions. */
  static final int CAPACITY = 100;

  /**
   * Ten repetitions a second: in an outage the provider sees little more than the calls themselves.
   */
  static final Duration REFILL = Duration.ofMillis(100);

  private final LedgerClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private int left = CAPACITY; // guarded by lock
  private long countedAt; // guarded by lock

  RetryBudget(LedgerClock clock) {
    this.clock = clock;
    this.countedAt = clock.nanoTime();
  }

  /** Takes one repetition; false if there is none. */
  boolean take() {
    lock.lock();
    try {
      refill();
      if (left == 0) {
        return false;
      }
      left--;
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void refill() {
    long now = clock.nanoTime();
    long grown = (now - countedAt) / REFILL.toNanos();
    if (grown >= CAPACITY - left) {
      left = CAPACITY;
      countedAt = now;
    } else if (grown > 0) {
      left += (int) grown;
      countedAt += grown * REFILL.toNanos();
    }
  }
}
