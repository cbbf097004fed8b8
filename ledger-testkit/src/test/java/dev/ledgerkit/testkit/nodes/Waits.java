package dev.ledgerkit.testkit.nodes;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread or process is certain to do. */
final class Waits {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Waits() {}

  static void until(String what, BooleanSupplier happened) {
    until(what, PATIENCE, Duration.ofMillis(2), happened);
  }

  /** For what takes long, and should not be disturbed by looking. */
  static void until(String what, Duration patience, BooleanSupplier happened) {
    until(what, patience, Duration.ofMillis(50), happened);
  }

  private static void until(
      String what, Duration patience, Duration glance, BooleanSupplier happened) {
    long began = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - began > patience.toNanos()) {
        throw new AssertionError("it did not happen: " + what);
      }
      LockSupport.parkNanos(glance.toNanos());
    }
  }

  /** For what only real time brings about, such as the deadline of a socket. */
  static void real(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    until("time passes", () -> System.nanoTime() - until >= 0);
  }
}
