package dev.ledgerkit.testkit.scenario;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread is certain to do. */
final class Await {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private Await() {}

  static void until(BooleanSupplier happened) {
    long began = System.nanoTime();
    while (!happened.getAsBoolean()) {
      if (System.nanoTime() - began > PATIENCE) {
        throw new AssertionError("it did not happen within 30 s");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
