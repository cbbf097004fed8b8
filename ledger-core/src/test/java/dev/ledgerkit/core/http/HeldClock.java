package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A clock that stands still until it is told otherwise; sleepers sleep meanwhile. */
final class HeldClock implements LedgerClock {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long now;
  private final PriorityQueue<Long> sleepers = new PriorityQueue<>();

  void advance(Duration time) {
    lock.lock();
    try {
      now += time.toNanos();
      sleepers.removeIf(until -> until <= now); // awake, be it that they do not know yet
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void awaitSleepers(int count) throws InterruptedException {
    lock.lock();
    try {
      while (sleepers.size() < count) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    lock.lock();
    try {
      long until = now + duration.toNanos();
      sleepers.add(until);
      changed.signalAll();
      while (now < until) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long nanoTime() {
    lock.lock();
    try {
      return now;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanoTime());
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    throw new UnsupportedOperationException("nothing here waits in the background");
  }
}
