package dev.ledgerkit.core.reference;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reference data in memory, and when they are to be seen to next. Whoever moves that time on starts
 * the refresh; all others go on with what there is.
 */
final class HeldReference {
  private final ReferenceData data;
  private final AtomicLong dueMillis;
  private final AtomicInteger failures = new AtomicInteger();

  HeldReference(ReferenceData data, long dueMillis) {
    this.data = data;
    this.dueMillis = new AtomicLong(dueMillis);
  }

  ReferenceData data() {
    return data;
  }

  boolean isDue(long nowMillis) {
    return nowMillis >= dueMillis.get();
  }

  /** Whether the caller is the one to see to it. */
  boolean claim(long nowMillis, long nextMillis) {
    long due = dueMillis.get();
    return nowMillis >= due && dueMillis.compareAndSet(due, nextMillis);
  }

  /** Puts the next try off. */
  void failed(long nowMillis) {
    dueMillis.set(nowMillis + Freshness.retryAfter(failures.incrementAndGet()).toMillis());
  }
}
