package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Goes as another clock does, and ahead of it by what was skipped. */
final class SkippingClock implements LedgerClock {
  private final LedgerClock clock;
  private final AtomicLong ahead = new AtomicLong();

  SkippingClock(LedgerClock clock) {
    this.clock = clock;
  }

  /** Lets {@code duration} pass at once; who sleeps meanwhile sleeps on. */
  void skip(Duration duration) {
    ahead.addAndGet(duration.toNanos());
  }

  @Override
  public Instant instant() {
    return clock.instant().plusNanos(ahead.get());
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime() + ahead.get();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    clock.sleep(duration);
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    clock.after(delay, executor, task);
  }
}
