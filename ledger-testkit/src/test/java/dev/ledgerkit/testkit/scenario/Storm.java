package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenSource;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Many threads, each asking once for the same binding's token, all released by one latch.
 *
 * @param tokens the different access tokens they got, by fingerprint of the pair
 * @param failures what was thrown
 */
record Storm(Set<String> tokens, List<Throwable> failures) {

  static Storm platformThreads(int count, TokenSource source, BindingId id) throws Exception {
    return run(count, source, id, Thread::new);
  }

  /** Empty on a JDK without virtual threads. */
  static Optional<Storm> virtualThreads(int count, TokenSource source, BindingId id)
      throws Exception {
    Method unstarted;
    Object builder;
    try {
      builder = Thread.class.getMethod("ofVirtual").invoke(null);
      unstarted = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
    return Optional.of(
        run(
            count,
            source,
            id,
            task -> {
              try {
                return (Thread) unstarted.invoke(builder, task);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
              }
            }));
  }

  private static Storm run(int count, TokenSource source, BindingId id, Threads threads)
      throws Exception {
    CountDownLatch ready = new CountDownLatch(count);
    CountDownLatch go = new CountDownLatch(1);
    AtomicReferenceArray<Object> results = new AtomicReferenceArray<>(count);
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int mine = i;
      Thread thread =
          threads.of(
              () -> {
                ready.countDown();
                try {
                  go.await();
                  results.set(mine, source.loadFresh(id));
                } catch (Throwable e) {
                  results.set(mine, e);
                }
              });
      all.add(thread);
      thread.start();
    }
    ready.await();
    go.countDown();
    for (Thread thread : all) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
    }
    Set<String> tokens = new HashSet<>();
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object result = results.get(i);
      if (result instanceof OauthToken token) {
        tokens.add(token.fingerprint());
      } else {
        failures.add(
            result instanceof Throwable thrown ? thrown : new AssertionError("thread hangs"));
      }
    }
    return new Storm(tokens, failures);
  }

  private interface Threads {
    Thread of(Runnable task);
  }
}
