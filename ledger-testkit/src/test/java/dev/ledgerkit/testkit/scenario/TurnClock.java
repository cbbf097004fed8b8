package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock for threads whose waits are measured against each other: it stands while one of them has
 * something to do, and moves to the end of the shortest wait once all of them sleep.
 */
final class TurnClock implements LedgerClock {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final PriorityQueue<Sleeper> sleepers =
      new PriorityQueue<>(Comparator.comparingLong(sleeper -> sleeper.until));
  private long now;
  private int busyWhenAwake;

  /** Runs them side by side until all are done. */
  void together(List<? extends Callable<?>> tasks) throws Exception {
    lock.lock();
    try {
      busyWhenAwake = tasks.size();
    } finally {
      lock.unlock();
    }
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<Future<?>> all = new ArrayList<>();
      for (Callable<?> task : tasks) {
        all.add(threads.submit(() -> run(task)));
      }
      for (Future<?> each : all) {
        each.get(4, TimeUnit.MINUTES);
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private Object run(Callable<?> task) throws Exception {
    try {
      return task.call();
    } finally {
      lock.lock();
      try {
        busyWhenAwake--;
        moveIfAllSleep();
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Sleeper me = new Sleeper(now + Math.max(0, duration.toNanos()));
      sleepers.add(me);
      try {
        moveIfAllSleep();
        while (!me.awake) {
          moved.await();
        }
      } finally {
        sleepers.remove(me);
      }
    } finally {
      lock.unlock();
    }
  }

  private void moveIfAllSleep() {
    Sleeper next = sleepers.peek();
    if (next == null || sleepers.size() < busyWhenAwake) {
      return;
    }
    now = Math.max(now, next.until);
    for (next = sleepers.peek(); next != null && next.until <= now; next = sleepers.peek()) {
      sleepers.remove().awake = true;
    }
    moved.signalAll();
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
    return START.plusNanos(nanoTime());
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    throw new UnsupportedOperationException("nothing here waits in the background");
  }

  private static final class Sleeper {
    private final long until;
    private boolean awake; // guarded by the clock's lock

    private Sleeper(long until) {
      this.until = until;
    }
  }
}
