package dev.ledgerkit.crypto;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves when somebody sleeps on it. */
final class SteppedClock implements LedgerClock {
  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicLong passed = new AtomicLong();

  Duration passed() {
    return Duration.ofNanos(passed.get());
  }

  @Override
  public Instant instant() {
    return START.plus(passed());
  }

  @Override
  public long nanoTime() {
    return passed.get();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    passed.addAndGet(duration.toNanos());
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    throw new UnsupportedOperationException("nothing here runs later");
  }
}
