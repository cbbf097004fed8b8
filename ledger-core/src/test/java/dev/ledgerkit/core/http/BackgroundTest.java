package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.RateLimitedException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Calls in the background: last in every line, and never at the last permit. */
class BackgroundTest {
  private static final BindingId SHOP = new BindingId("shop-1");
  private static final BindingId OTHER = new BindingId("shop-2");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration AT_ONCE = Duration.ofNanos(1);
  private static final Duration ROUND = Duration.ofMillis(10_050); // a slot more than ten seconds

  private final HeldClock clock = new HeldClock();
  private final List<String> served = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void interactiveCalls_comingWhileBackgroundsSleep_goFirst() throws Exception {
    RateLimiter limiter = limiter(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(10));
    limiter.acquire(context(SHOP, false, LONG));
    arrive(limiter, SHOP, true, "background 1");
    arrive(limiter, SHOP, true, "background 2");
    arrive(limiter, SHOP, false, "interactive 1");
    arrive(limiter, SHOP, false, "interactive 2");

    serveOneByOne("interactive 1", "interactive 2", "background 1", "background 2");
  }

  @Test
  void interactiveCall_ofAnotherBinding_goesBeforeTheClientsBackground() throws Exception {
    RateLimiter limiter = limiter(RateLimit.Scope.CLIENT, 1, Duration.ofSeconds(10));
    limiter.acquire(context(SHOP, false, LONG));
    arrive(limiter, SHOP, true, "background");
    arrive(limiter, OTHER, false, "interactive");

    serveOneByOne("interactive", "background");
  }

  @Test
  void background_whoseWaitIsTooLong_isToldHowLongItIs() throws Exception {
    RateLimiter limiter = limiter(RateLimit.Scope.BINDING, 100, Duration.ofHours(1));
    for (int i = 0; i < 100; i++) {
      limiter.acquire(context(SHOP, false, LONG));
    }
    RateLimitedException refused = refusal(limiter, context(SHOP, true, LONG));

    assertThat(refused.scope()).isEqualTo("binding shop-1");
    assertThat(refused.retryAfter()).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
    clock.advance(refused.retryAfter().minusNanos(1));
    assertThat(refusal(limiter, context(SHOP, true, AT_ONCE))).isNotNull();
    clock.advance(Duration.ofNanos(1));
    limiter.acquire(context(SHOP, true, AT_ONCE));
  }

  @Test
  void background_whoseWaitIsLongerThanHalfItsDeadline_failsAtOnce() throws Exception {
    RateLimiter limiter = limiter(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(10));
    limiter.acquire(context(SHOP, false, LONG));

    assertThat(refusal(limiter, context(SHOP, true, Duration.ofSeconds(20))).retryAfter())
        .isEqualTo(ROUND);
    arrive(limiter, SHOP, true, Duration.ofSeconds(21), "background");
    serveOneByOne("background");
  }

  @Test
  void backgroundOfHours_whereMinuteAndHourLimit_getsTheRateAndKeepsNobodyWaiting()
      throws Exception {
    RateLimiter limiter =
        new RateLimiter(
            clock,
            List.of(
                new RateLimit(RateLimit.Scope.BINDING, 120, Duration.ofMinutes(1)),
                new RateLimit(RateLimit.Scope.BINDING, 3_600, Duration.ofHours(1))));
    int hours = 4;
    int background = 0;
    int interactive = 0;
    Duration now = Duration.ZERO;
    Duration nextCall = Duration.ofSeconds(30);
    while (now.toHours() < hours) {
      RateLimitedException refused = refusal(limiter, context(SHOP, true, AT_ONCE));
      background += refused == null ? 1 : 0;
      Duration next = refused == null ? now : now.plus(refused.retryAfter());
      if (next.compareTo(nextCall) > 0) {
        clock.advance(nextCall.minus(now));
        now = nextCall;
        limiter.acquire(context(SHOP, false, AT_ONCE));
        interactive++;
        nextCall = now.plusSeconds(15);
      } else {
        clock.advance(next.minus(now));
        now = next;
      }
    }
    assertThat(interactive).isGreaterThan(200 * hours);
    assertThat(background / (3_600.0 * hours - interactive)).isBetween(0.98, 1.0);
  }

  @Test
  void background_leavesOnePlaceInFlight() throws Exception {
    RateLimiter limiter = limiter(RateLimit.Scope.CLIENT_CONCURRENT, 3, Duration.ZERO);
    limiter.enter(context(SHOP, true, LONG));
    limiter.enter(context(SHOP, true, LONG));
    assertThat(
            catchThrowableOfType(
                RateLimitedException.class,
                () -> limiter.enter(context(OTHER, true, Duration.ofMillis(1)))))
        .isNotNull();
    limiter.enter(context(OTHER, false, LONG));
    limiter.release(context(OTHER, false, LONG));
    limiter.release(context(SHOP, true, LONG));
    limiter.enter(context(OTHER, true, LONG));
  }

  @Test
  void background_whereThereIsOnePlaceInFlight_takesIt() {
    RateLimiter limiter = limiter(RateLimit.Scope.CLIENT_CONCURRENT, 1, Duration.ZERO);
    assertThatCode(() -> limiter.enter(context(SHOP, true, LONG))).doesNotThrowAnyException();
  }

  @Test
  void backgroundAlone_inSeveralThreads_isServedInOrderAtAnEvenPace() throws Exception {
    RateLimiter limiter = limiter(RateLimit.Scope.BINDING, 4, Duration.ofSeconds(40));
    limiter.acquire(context(SHOP, true, LONG));
    for (int i = 1; i <= 4; i++) {
      arrive(limiter, SHOP, true, "background " + i);
    }
    serveOneByOne("background 1", "background 2", "background 3", "background 4");
  }

  /** Each at one round of the clock, and nobody before. */
  private void serveOneByOne(String... names) throws Exception {
    for (int i = 0; i < names.length; i++) {
      clock.advance(ROUND.minusNanos(1));
      clock.awaitSleepers(names.length - i); // who gave way wakes early, and sleeps again
      assertThat(served).hasSize(i);
      clock.advance(Duration.ofNanos(1));
      threadOf(names[i]).join(10_000);
      assertThat(served).hasSize(i + 1).last().isEqualTo(names[i]);
      clock.awaitSleepers(names.length - i - 1); // who woke and was not served sleeps again
    }
  }

  private Thread threadOf(String name) {
    return threads.stream().filter(t -> t.getName().equals(name)).findFirst().orElseThrow();
  }

  /** Somebody who finds no permit, and sleeps. */
  private void arrive(RateLimiter limiter, BindingId id, boolean background, String name)
      throws Exception {
    arrive(limiter, id, background, LONG, name);
  }

  private void arrive(
      RateLimiter limiter, BindingId id, boolean background, Duration deadline, String name)
      throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              try {
                limiter.acquire(context(id, background, deadline));
                served.add(name);
              } catch (Exception e) {
                served.add(name + " failed: " + e);
              }
            },
            name);
    waiter.start();
    threads.add(waiter);
    clock.awaitSleepers(threads.size());
  }

  private static RateLimitedException refusal(RateLimiter limiter, CallContext context) {
    return catchThrowableOfType(RateLimitedException.class, () -> limiter.acquire(context));
  }

  private RateLimiter limiter(RateLimit.Scope scope, int permits, Duration window) {
    return new RateLimiter(clock, List.of(new RateLimit(scope, permits, window)));
  }

  private CallContext context(BindingId id, boolean background, Duration deadline) {
    FixedDialect dialect = new FixedDialect(URI.create("http://localhost"), List.of());
    ApiRequest request = PipelineTestBase.READ;
    return new CallContext(
        () -> new ApiRoute(PipelineTestBase.binding(id), dialect, "app"),
        background ? request.inBackground() : request,
        clock,
        deadline,
        clock.nanoTime());
  }
}
