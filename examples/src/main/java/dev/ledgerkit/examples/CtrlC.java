package dev.ledgerkit.examples;

import dev.ledgerkit.replication.Replication;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the program end in order when it is told to: the run ends after the page at hand, what it
 * came to is said, and only then is the program gone.
 *
 * <p>Without it nothing would be lost either: what was committed is there. It would only look so.
 */
final class CtrlC {
  /** So long the program outlives the signal at most. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final long LOOK_MILLIS = 100;

  private final Duration patience;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Replication replication;

  CtrlC(Duration patience) {
    this.patience = patience;
  }

  /** Does all that is to be done before the program ends. */
  int during(Replication running, IntSupplier work) {
    replication = running;
    Thread hook = new Thread(this::come, "replicate-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.getAsInt();
    } finally {
      ended.countDown();
      remove(hook);
    }
  }

  /** What the signal does: waits for the work to end, having told it to. */
  void come() {
    Replication running = replication;
    if (running == null) {
      return;
    }
    try {
      long looks = patience.toMillis() / LOOK_MILLIS;
      do {
        running.stop(); // again and again: a run that has not begun yet would forget it
      } while (looks-- > 0 && !ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already; the hook has what it waited for.
    }
  }
}
