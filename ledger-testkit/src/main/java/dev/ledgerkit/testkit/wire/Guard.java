package dev.ledgerkit.testkit.wire;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lock and what is done under it.
 *
 * @since 0.1
 */
public final class Guard {
  private final ReentrantLock lock = new ReentrantLock();

  public <T> T get(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  public void run(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
