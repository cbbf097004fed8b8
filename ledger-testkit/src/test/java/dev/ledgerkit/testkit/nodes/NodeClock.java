package dev.ledgerkit.testkit.nodes;

import dev.ledgerkit.core.LedgerClock;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Real time and an offset that all processes share, in a mapped file: one {@link #advance} and
 * every node is later, within the time a write takes to reach another core. Each process may be
 * wrong by an {@link #error} of its own, in wall time only, as a badly set clock is.
 */
final class NodeClock implements LedgerClock {
  private static final VarHandle LONG =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(2);

  private final MappedByteBuffer shared;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "node-clock");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long error;

  NodeClock(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      shared = channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * Long.BYTES);
    }
  }

  /** For every process at once. */
  void advance(Duration time) {
    LONG.getAndAdd(shared, 0, time.toMillis());
  }

  long offset() {
    return (long) LONG.getVolatile(shared, 0);
  }

  /** A word that all processes see at once, for a node that is not scheduled and so cannot read. */
  void flag(long value) {
    LONG.setVolatile(shared, Long.BYTES, value);
  }

  long flag() {
    return (long) LONG.getVolatile(shared, Long.BYTES);
  }

  /** How wrong this process's wall time is from now on. */
  void error(long millis) {
    error = millis;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public long millis() {
    return System.currentTimeMillis() + offset() + error;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(offset());
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    long until = nanoTime() + duration.toNanos();
    for (long left = until - nanoTime(); left > 0; left = until - nanoTime()) {
      LockSupport.parkNanos(Math.min(left, GLANCE));
      if (Thread.interrupted()) {
        throw new InterruptedException("Interrupted in a sleep.");
      }
    }
  }

  @Override
  public void after(Duration delay, Executor executor, Runnable task) {
    check(nanoTime() + delay.toNanos(), executor, task);
  }

  private void check(long due, Executor executor, Runnable task) {
    long left = due - nanoTime();
    if (left <= 0) {
      executor.execute(task);
    } else {
      var unused =
          timer.schedule(
              () -> check(due, executor, task), Math.min(left, GLANCE), TimeUnit.NANOSECONDS);
    }
  }
}
