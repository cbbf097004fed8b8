package dev.ledgerkit.benchmarks.storm;

import dev.ledgerkit.benchmarks.contender.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Many threads, each asking once, all released by one latch.
 *
 * @param failed callers that got no token of the server's
 * @param millis from the release to the last caller's return
 */
record Storm(int failed, long millis) {
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(120);

  static Storm run(int callers, Contender contender, Predicate<String> good)
      throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(callers);
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger served = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Thread thread = new Thread(() -> ask(contender, good, ready, go, served), "caller-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
    ready.await();
    long began = System.nanoTime();
    go.countDown();
    for (Thread thread : threads) {
      thread.join(PATIENCE);
    }
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    return new Storm(callers - served.get(), took);
  }

  private static void ask(
      Contender contender,
      Predicate<String> good,
      CountDownLatch ready,
      CountDownLatch go,
      AtomicInteger served) {
    ready.countDown();
    try {
      go.await();
      if (good.test(contender.token())) {
        served.incrementAndGet();
      }
    } catch (Exception e) {
      // counted by what is missing
    }
  }
}
