package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/** A clock on which a sleep is over at once, and time has passed. */
final class JumpingClock implements LedgerClock {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final List<Duration> sleeps = new CopyOnWriteArrayList<>();

  void advance(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** What has been slept, in order. */
  List<Duration> sleeps() {
    return sleeps;
  }

  Duration elapsed() {
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
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(duration);
    advance(duration);
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    throw new UnsupportedOperationException("nothing here waits in the background");
  }
}
