package dev.ledgerkit.core;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The system's own clocks. Stateless; delayed tasks use the JDK's one shared daemon timer, so
 * nothing needs closing.
 */
enum SystemLedgerClock implements LedgerClock {
  INSTANCE;

  @Override
  public Instant instant() {
    return Instant.now();
  }

  /**
   * Overridden because the default goes through an {@link Instant}; the hot path must not allocate.
   */
  @Override
  public long millis() {
    return System.currentTimeMillis();
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (duration.compareTo(Duration.ZERO) > 0) {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    CompletableFuture.delayedExecutor(Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS, executor)
        .execute(task);
  }
}
