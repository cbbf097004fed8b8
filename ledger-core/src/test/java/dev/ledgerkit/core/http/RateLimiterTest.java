package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for the provider's limits instead of running into them. */
class RateLimiterTest extends PipelineTestBase {
  private static final BindingId OTHER = new BindingId("shop-2");

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @Test
  void calls_overTheBindingsLimit_waitAndSucceed() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 2, Duration.ofSeconds(30)));
    OkHttpApiClient api = pipeline().build();
    for (int i = 0; i < 5; i++) {
      ok();
      api.call(SHOP, READ);
    }
    assertThat(clock.elapsed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(62));
  }

  @Test
  void call_ofAnotherBinding_doesNotWait() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(30)));
    OkHttpApiClient api = pipeline().build();
    ok();
    ok();
    api.call(SHOP, READ);
    api.call(OTHER, READ);
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void call_overTheClientsLimit_waitsWhateverTheBinding() {
    limits.add(new RateLimit(RateLimit.Scope.CLIENT, 1, Duration.ofSeconds(30)));
    OkHttpApiClient api = pipeline().build();
    ok();
    ok();
    api.call(SHOP, READ);
    api.call(OTHER, READ);
    assertThat(clock.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void call_waitLongerThanDeadline_failsAtOnceWithScopeAndWait() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofHours(1)));
    OkHttpApiClient api = pipeline().build();
    ok();
    api.call(SHOP, READ);
    RateLimitedException failure = failure(api, READ, RateLimitedException.class);
    assertThat(failure.scope()).isEqualTo("binding shop-1");
    assertThat(failure.retryAfter()).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
    assertThat(clock.elapsed()).isZero();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void override_ofTheLimits_replacesTheDialects() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofHours(1)));
    OkHttpApiClient api = pipeline().rateLimits(List.of()).build();
    ok();
    ok();
    api.call(SHOP, READ);
    api.call(SHOP, READ);
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void call_afterA429OfTheBinding_waitsUntilRetryAfter() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 100, Duration.ofMinutes(1)));
    OkHttpApiClient api = pipeline().maxAttempts(1).build();
    answer(429, "Retry-After: 40");
    failure(api, READ, RateLimitedException.class);
    ok();
    api.call(OTHER, READ);
    assertThat(clock.elapsed()).isZero();
    ok();
    api.call(SHOP, READ);
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(40));
  }

  @Test
  void call_afterA429ThatAsksForDays_isPossibleAgainAfterAnHour() {
    OkHttpApiClient api = pipeline().build();
    answer(429, "Retry-After: 999999");
    failure(api, READ, RateLimitedException.class);
    assertThat(failure(api, READ, RateLimitedException.class).scope()).isEqualTo("binding shop-1");
    clock.advance(Duration.ofHours(1));
    ok();
    api.call(SHOP, READ);
  }

  @Test
  void calls_ofOneBinding_areOnTheWireAtTheSameTime() throws Exception {
    limits.add(new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 2, Duration.ZERO));
    CountDownLatch both = new CountDownLatch(2);
    server.setDispatcher(
        dispatcher(
            () -> {
              both.countDown();
              return both.await(10, TimeUnit.SECONDS) ? json("{}").build() : response(500).build();
            }));
    OkHttpApiClient api = pipeline().build();
    Future<ApiResponse> one = threads.submit(() -> api.call(SHOP, CREATE));
    Future<ApiResponse> two = threads.submit(() -> api.call(SHOP, CREATE));
    assertThat(one.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(two.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  @Test
  void calls_ofOneClient_areNeverMoreAtTheSameTimeThanAllowed() throws Exception {
    limits.add(new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 3, Duration.ZERO));
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    server.setDispatcher(
        dispatcher(
            () -> {
              most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
              inFlight.decrementAndGet();
              return json("{}").build();
            }));
    OkHttpApiClient api = pipeline().build();
    List<Future<ApiResponse>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      BindingId id = new BindingId("shop-" + i % 7);
      calls.add(threads.submit(() -> api.call(id, READ)));
    }
    for (Future<ApiResponse> call : calls) {
      assertThat(call.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
    }
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void call_thatFails_givesItsPlaceBack() {
    limits.add(new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 1, Duration.ZERO));
    OkHttpApiClient api = pipeline().maxAttempts(1).build();
    for (int i = 0; i < 3; i++) {
      answer(500);
      failure(api, READ, ProviderUnavailableException.class);
    }
    tokens.onLoad(
        () -> {
          throw new ProviderUnavailableException("no token for now", null);
        });
    failure(api, READ, ProviderUnavailableException.class);
    tokens.onLoad(() -> {});
    ok();
    api.call(SHOP, READ);
  }

  @Test
  void call_waitingForAPlace_isTypedWhenInterruptedAndKeepsTheFlag() throws Exception {
    limits.add(new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 1, Duration.ZERO));
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.setDispatcher(
        dispatcher(
            () -> {
              arrived.countDown();
              go.await(10, TimeUnit.SECONDS);
              return json("{}").build();
            }));
    OkHttpApiClient api = pipeline().build();
    Future<ApiResponse> first = threads.submit(() -> api.call(SHOP, READ));
    assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger flags = new AtomicInteger();
    Thread second =
        new Thread(
            () -> {
              started.countDown();
              try {
                api.call(OTHER, READ);
              } catch (ProviderUnavailableException e) {
                flags.addAndGet(e.getMessage().contains("interrupted") ? 1 : 0);
                flags.addAndGet(Thread.currentThread().isInterrupted() ? 2 : 0);
              }
            });
    second.start();
    started.await();
    second.interrupt(); // before or while it waits: the same to the caller
    second.join(10_000);
    assertThat(flags.get()).isEqualTo(3);
    go.countDown();
    assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void manyBindings_overTime_leaveNothingBehind() throws Exception {
    RateLimiter limiter =
        new RateLimiter(
            clock, List.of(new RateLimit(RateLimit.Scope.BINDING, 5, Duration.ofSeconds(1))));
    for (int i = 0; i < 5000; i++) {
      BindingId id = new BindingId("b" + i);
      ApiRoute route =
          new ApiRoute(
              binding(id),
              new FixedDialect(java.net.URI.create("http://localhost"), limits),
              "app");
      CallContext context =
          new CallContext(() -> route, READ, clock, Duration.ofSeconds(60), clock.nanoTime());
      limiter.acquire(context);
      limiter.release(context);
      clock.advance(Duration.ofMillis(10));
    }
    assertThat(limiter.gates()).isLessThan(1100);
  }

  private static Dispatcher dispatcher(Callable<MockResponse> answer) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        try {
          return answer.call();
        } catch (InterruptedException e) {
          throw e;
        } catch (Exception e) {
          return response(500).build();
        }
      }
    };
  }
}
