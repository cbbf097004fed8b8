package dev.ledgerkit.testkit.scenario;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * A host's HTTP client that holds the first call of one path back on the wire until others were
 * answered. Whoever waits for the held one before asking for the others stands for ten seconds, and
 * {@link #met} says so.
 */
final class HeldPath implements Interceptor {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String held;
  private final Set<String> awaited = ConcurrentHashMap.newKeySet();
  private final CountDownLatch all;
  private final List<String> order = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<Response> change = UnaryOperator.identity();
  private volatile Runnable meanwhile = () -> {};
  private final AtomicBoolean first = new AtomicBoolean(true);
  private volatile boolean met;

  HeldPath(String held, String... others) {
    this.held = held;
    this.awaited.addAll(List.of(others));
    this.all = new CountDownLatch(others.length);
  }

  OkHttpClient client() {
    return new OkHttpClient.Builder()
        .addInterceptor(this)
        .addNetworkInterceptor(
            chain -> {
              boolean isHeld = chain.request().url().encodedPath().endsWith(held);
              if (isHeld) {
                await();
              }
              Response answer = chain.proceed(chain.request());
              return isHeld ? answer : change.apply(answer);
            })
        .build();
  }

  /** What is made of each answer but the held one, as it comes from the wire. */
  void answers(UnaryOperator<Response> changed) {
    change = changed;
  }

  /** What happens once all others were answered, before the held call goes out. */
  void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  /** Whether the others were answered before the first held call went out. */
  boolean met() {
    return met;
  }

  /** The last segments of the paths asked for, in order. */
  List<String> order() {
    return List.copyOf(order);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    List<String> segments = chain.request().url().pathSegments();
    String path = segments.get(segments.size() - 1);
    order.add(path);
    try {
      return chain.proceed(chain.request());
    } finally {
      if (awaited.remove(path)) {
        all.countDown();
      }
    }
  }

  private void await() throws IOException {
    if (!first.getAndSet(false)) {
      return;
    }
    try {
      met = all.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    meanwhile.run();
  }
}
