package dev.ledgerkit.testkit.nodes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread or process is certain to do. */
final class Waits {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  private Waits() {}

  static void until(String what, BooleanSupplier happened) {
    long began = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - began > PATIENCE) {
        throw new AssertionError("it did not happen: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }

  /** For what only real time brings about, such as the deadline of a socket. */
  static void real(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    until("time passes", () -> System.nanoTime() - until >= 0);
  }
}
