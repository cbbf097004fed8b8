package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.store.Bindings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every few seconds what other nodes changed, so that a disconnect stops calls everywhere. */
final class ChangeWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "ledger-watch");
            thread.setDaemon(true);
            return thread;
          });

  ChangeWatch(Bindings bindings, Duration interval) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> poll(bindings), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whatever goes wrong is tried again; an exception would end the timer. */
  private static void poll(Bindings bindings) {
    try {
      bindings.poll();
    } catch (RuntimeException e) {
      LOG.warn("changes of other nodes not learned this time", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
