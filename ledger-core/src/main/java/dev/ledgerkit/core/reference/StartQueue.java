package dev.ledgerkit.core.reference;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a number of background refreshes run at once and keeps the others waiting in order, without
 * a thread for any of them. The lock guards the queue and the count; nothing is started under it.
 */
final class StartQueue {
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Supplier<CompletableFuture<?>>> waiting = new ArrayDeque<>();
  private int running;

  StartQueue(int most) {
    this.most = most;
  }

  /** Takes a refresh; {@code refresh} must not throw. */
  void submit(Supplier<CompletableFuture<?>> refresh) {
    lock.lock();
    try {
      waiting.add(refresh);
    } finally {
      lock.unlock();
    }
    startNext();
  }

  private void startNext() {
    for (Supplier<CompletableFuture<?>> next = next(); next != null; next = next()) {
      CompletableFuture<?> refresh = next.get();
      if (refresh.isDone()) {
        left(); // this loop goes on with the next; a callback would nest
      } else {
        var unused = refresh.whenComplete((done, failure) -> ended());
      }
    }
  }

  private @Nullable Supplier<CompletableFuture<?>> next() {
    lock.lock();
    try {
      if (running >= most || waiting.isEmpty()) {
        return null;
      }
      running++;
      return waiting.remove();
    } finally {
      lock.unlock();
    }
  }

  private void ended() {
    left();
    startNext();
  }

  private void left() {
    lock.lock();
    try {
      running--;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what has not begun. */
  void clear() {
    lock.lock();
    try {
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }
}
