package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The system's clock, with the calendar set forward on demand. Waits and elapsed time are real, for
 * tests in which nodes wait for each other: on a virtual clock one node's waiting would use up the
 * other's time.
 */
public final class ShiftedClock implements LedgerClock {
  private final LedgerClock system = LedgerClock.system();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  /** Sets the calendar forward. */
  public void advance(Duration duration) {
    ahead.accumulateAndGet(duration, Duration::plus);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(ahead.get());
  }

  @Override
  public long nanoTime() {
    return system.nanoTime();
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    system.sleep(duration);
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    system.after(delay, executor, task);
  }
}
