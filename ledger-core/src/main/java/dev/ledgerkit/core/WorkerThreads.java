package dev.ledgerkit.core;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads a part works on when the host brings none: daemons that die after ten idle seconds.
 * Safe for use by many threads.
 *
 * @since 0.1
 */
public final class WorkerThreads {
  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor pool;

  /**
   * At most {@code most} threads; tasks beyond them queue up.
   *
   * @param name what thread names begin with
   */
  public WorkerThreads(String name, int most) {
    pool =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
  }

  /** Where tasks go. */
  public Executor executor() {
    return pool;
  }

  /** Takes no more tasks, waits up to {@code grace} for those under way, then interrupts them. */
  public void close(Duration grace) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
