package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only when somebody sleeps. */
final class SteppedClock implements LedgerClock {
  private static final Instant START = Instant.parse("2026-11-20T09:15:00Z");
  private final AtomicLong nanos = new AtomicLong();

  Duration passed() {
    return Duration.ofNanos(nanos.get());
  }

  @Override
  public long nanoTime() {
    return nanos.get();
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos.get());
  }

  @Override
  public void sleep(Duration duration) {
    nanos.addAndGet(Math.max(0, duration.toNanos()));
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    sleep(delay);
    executor.execute(task);
  }
}
