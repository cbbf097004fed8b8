package dev.ledgerkit.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * Time as Ledger uses it: what hour it is, how much time has passed, and waiting.
 *
 * <p>Wall time ({@link #instant()}, {@link #millis()}) is compared with expiries. Elapsed time
 * ({@link #nanoTime()}) measures deadlines and leases and never jumps. Both waits are here too, so
 * that a test which replaces the clock never sleeps. Implementations are safe for use by many
 * threads.
 *
 * @since 0.1
 */
public interface LedgerClock extends InstantSource {

  /** Monotonic nanoseconds with an arbitrary origin; only differences mean anything. */
  long nanoTime();

  /**
   * Blocks the calling thread for {@code duration}; returns at once for zero or less.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void sleep(Duration duration) throws InterruptedException;

  /**
   * Runs {@code task} on {@code executor} once {@code delay} has passed, without holding a thread
   * meanwhile.
   */
  void after(Duration delay, Executor executor, Runnable task);

  /** The system's clock in UTC. */
  static LedgerClock system() {
    return SystemLedgerClock.INSTANCE;
  }

  @Override
  Instant instant();
}
