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
 * every minute whose reference data are a day old and whose refresh token dies soon.
 */
final class ChangeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

  private static final Duration SWEEP = Duration.ofMinutes(1);

  /** More than turn a day old in a minute, of the many bindings a node may have in memory. */
  private static final int BINDINGS_A_SWEEP = 500;

  private final ScheduledExecutorService timer = timer("ledger-watch");
  private final ScheduledExecutorService keeper = timer("ledger-keep-alive");

  ChangeWatch(
      Bindings bindings,
      CaffeineReferenceCache references,
      KeepAlive keepAlive,
      HealthBook health,
      Duration interval) {
    every(timer, interval, "changes of other nodes not learned this time", bindings::poll);
    every(timer, interval, "reference data of other nodes not learned this time", references::poll);
    every(timer, interval, "health not written this time", health::flush);
    every(
        timer,
        SWEEP,
        "reference data not refreshed this time",
        () -> references.refreshDue(BINDINGS_A_SWEEP));
    // On a thread of its own: it waits for the provider, and news of other nodes must not.
    every(keeper, SWEEP, "grants not kept alive this time", keepAlive::sweep);
  }

  private static ScheduledExecutorService timer(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Whatever goes wrong is tried again; an exception would end the timer. */
  private static void every(
      ScheduledExecutorService timer, Duration interval, String failed, Runnable work) {
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
    keeper.shutdownNow();
  }
}
