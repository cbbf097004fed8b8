package dev.ledgerkit.testkit;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A clock that moves only when it is told to, so that 31 days pass in a millisecond.
 *
 * <p>Wall time and {@link #nanoTime()} move together and never back. In the automatic mode a wait
 * is granted at once by moving time to its end; in the manual mode a wait lasts until somebody
 * calls {@link #advance(Duration)}.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * VirtualClock clock = new VirtualClock(Instant.parse("2026-01-05T09:00:00Z"));
 * clock.advance(Duration.ofDays(31));
 *
 * VirtualClock manual = VirtualClock.manual(Instant.EPOCH);
 * // a thread calls manual.sleep(Duration.ofSeconds(5)) ...
 * manual.awaitWaiting(1);
 * manual.advance(Duration.ofSeconds(5)); // ... and returns from it now
 * }</pre>
 *
 * <p>Defaults:
 *
 * <ul>
 *   <li>start: 2026-01-05T09:00:00Z, a Monday
 *   <li>mode: automatic
 * </ul>
 *
 * <p>Note: in the automatic mode two threads that sleep both move the clock; use the manual mode
 * when a test is about who waits for whom.
 *
 * @since 0.1
 */
public final class VirtualClock implements LedgerClock {
  private static final Instant DEFAULT_START = Instant.parse("2026-01-05T09:00:00Z");
  private static final long PATIENCE_SECONDS = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Condition waitersChanged = lock.newCondition();
  private final PriorityQueue<Task> tasks = new PriorityQueue<>(Task.BY_TIME);
  private final Instant start;
  private final boolean automatic;
  private Duration passed = Duration.ZERO;
  private int sleepers;
  private long sequence;

  private record Task(Duration at, long sequence, Executor executor, Runnable work) {
    static final Comparator<Task> BY_TIME =
        Comparator.comparing(Task::at).thenComparing(Task::sequence);
  }

  /** An automatic clock at 2026-01-05T09:00:00Z. */
  public VirtualClock() {
    this(DEFAULT_START);
  }

  /** An automatic clock at {@code start}. */
  public VirtualClock(Instant start) {
    this(start, true);
  }

  private VirtualClock(Instant start, boolean automatic) {
    this.start = start;
    this.automatic = automatic;
  }

  /**
   * A clock at {@code start} whose waits last until {@link #advance(Duration)} reaches their end.
   */
  public static VirtualClock manual(Instant start) {
    return new VirtualClock(start, false);
  }

  /**
   * Moves time forward and releases every wait that ends by then, earliest first.
   *
   * @throws IllegalArgumentException if {@code duration} is negative
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Time does not run backwards: " + duration);
    }
    List<Task> due = new ArrayList<>();
    lock.lock();
    try {
      passed = passed.plus(duration);
      for (Task head = tasks.peek();
          head != null && head.at().compareTo(passed) <= 0;
          head = tasks.peek()) {
        due.add(tasks.remove());
      }
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    due.forEach(task -> task.executor().execute(task.work()));
  }

  /**
   * How many sleepers and delayed tasks wait for time to move; always zero in the automatic mode.
   */
  public int waiting() {
    lock.lock();
    try {
      return sleepers + tasks.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Blocks until at least {@code count} sleepers and delayed tasks wait.
   *
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalStateException if that many have not come within ten seconds of real time
   */
  public void awaitWaiting(int count) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (sleepers + tasks.size() < count) {
        if (left <= 0) {
          throw new IllegalStateException(
              "Only " + (sleepers + tasks.size()) + " of " + count + " wait for the clock.");
        }
        left = waitersChanged.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Instant instant() {
    return start.plus(passed());
  }

  @Override
  public long nanoTime() {
    return passed().toNanos();
  }

  private Duration passed() {
    lock.lock();
    try {
      return passed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Interrupted before a sleep.");
    }
    if (duration.isNegative() || duration.isZero()) {
      return;
    }
    if (automatic) {
      advance(duration);
      return;
    }
    lock.lock();
    try {
      Duration until = passed.plus(duration);
      sleepers++;
      waitersChanged.signalAll();
      try {
        while (passed.compareTo(until) < 0) {
          moved.await();
        }
      } finally {
        sleepers--;
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    Duration wait = delay.isNegative() ? Duration.ZERO : delay;
    if (automatic || wait.isZero()) {
      advance(wait);
      executor.execute(task);
      return;
    }
    lock.lock();
    try {
      tasks.add(new Task(passed.plus(wait), sequence++, executor, task));
      waitersChanged.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The time this clock shows, for a failing test's message. */
  @Override
  public String toString() {
    return "VirtualClock[" + instant() + (automatic ? "]" : ", manual]");
  }
}
