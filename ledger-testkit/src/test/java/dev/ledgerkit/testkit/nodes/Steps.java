package dev.ledgerkit.testkit.nodes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where a node is in the protocol, and what happens to it there: the process halts as if it lost
 * its power, or the thread stalls until it is told to go on.
 */
final class Steps {
  private static final int KILLED = 137;
  private static final long PATIENCE_SECONDS = 120;

  private final Map<String, Integer> seen = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Trap> trap = new AtomicReference<>();
  private final Consumer<String> out;
  private final NodeClock clock;
  private volatile CountDownLatch stalled = new CountDownLatch(0);

  Steps(Consumer<String> out, NodeClock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** What happens at a step. */
  enum Deed {
    HALT,
    STALL,
    /** Like a stall, but the thread is ready to run: for a process that is stopped as a whole. */
    SPIN
  }

  private record Trap(Deed deed, String step, int nth) {}

  /** Arms one trap, for the {@code nth} time that step is passed from now on. */
  void arm(Deed deed, String step, int nth) {
    seen.clear();
    stalled = new CountDownLatch(1);
    trap.set(new Trap(deed, step, nth));
  }

  void resume() {
    stalled.countDown();
  }

  /** Called at every step; usually does nothing. */
  void at(String step) {
    int times = seen.merge(step, 1, Integer::sum);
    Trap armed = trap.get();
    if (armed == null
        || !armed.step.equals(step)
        || armed.nth != times
        || !trap.compareAndSet(armed, null)) {
      return;
    }
    switch (armed.deed) {
      case HALT -> Runtime.getRuntime().halt(KILLED);
      case STALL -> {
        out.accept("event stalled " + step);
        awaitResume();
      }
      case SPIN -> {
        out.accept("event stalled " + step);
        while (clock.flag() == 0) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private void awaitResume() {
    try {
      if (!stalled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody resumed this node.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
