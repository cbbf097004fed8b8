package dev.ledgerkit.testkit.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that start together; the first failure of any of them fails the test. */
final class Crew implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ExecutorService threads;
  private final CyclicBarrier start;
  private final List<Future<?>> work = new ArrayList<>();

  Crew(int size) {
    threads = Executors.newFixedThreadPool(size);
    start = new CyclicBarrier(size);
  }

  /** What one of them does once all of them are there. */
  void member(Task task) {
    work.add(
        threads.submit(
            () -> {
              start.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
              task.run();
              return null;
            }));
  }

  /** Waits until all are done. */
  void join() throws InterruptedException, ExecutionException, TimeoutException {
    for (Future<?> each : work) {
      each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** A piece of work that may throw. */
  interface Task {
    void run() throws Exception;
  }
}
