package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.store.Bindings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every few seconds what other nodes changed, so that a disconnect stops calls everywhere, and
 * every minute whose reference data are a day old.
 */
final class ChangeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

  private static final Duration SWEEP = Duration.ofMinutes(1);

  /** More than turn a day old in a minute, of the many bindings a node may have in memory. */
  private static final int BINDINGS_A_SWEEP = 500;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "ledger-watch");
            thread.setDaemon(true);
            return thread;
          });

  ChangeWatch(Bindings bindings, CaffeineReferenceCache references, Duration interval) {
    every(interval, "changes of other nodes not learned this time", bindings::poll);
    every(interval, "reference data of other nodes not learned this time", references::poll);
    every(
        SWEEP,
        "reference data not refreshed this time",
        () -> references.refreshDue(BINDINGS_A_SWEEP));
  }

  /** Whatever goes wrong is tried again; an exception would end the timer. */
  private void every(Duration interval, String failed, Runnable work) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                LOG.warn(failed, e);
              }
            },
            interval.toMillis(),
            interval.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
