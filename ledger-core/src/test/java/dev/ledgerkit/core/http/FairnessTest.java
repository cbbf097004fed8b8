package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Who goes first, and who need not wait, when many stand in line. */
class FairnessTest {
  private static final BindingId SHOP = new BindingId("shop-1");
  private static final BindingId OTHER = new BindingId("shop-2");

  private final HeldClock clock = new HeldClock();
  private final RateLimiter limiter =
      new RateLimiter(
          clock,
          List.of(
              new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(10)),
              new RateLimit(RateLimit.Scope.CLIENT, 100, Duration.ofSeconds(10))));

  @Test
  void line_ofOneBinding_isServedInOrderOfArrivalAndHoldsNobodyElse() throws Exception {
    limiter.acquire(context(SHOP));
    List<Integer> served = new CopyOnWriteArrayList<>();
    List<Thread> line = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int place = i;
      Thread waiter =
          new Thread(
              () -> {
                try {
                  limiter.acquire(context(SHOP));
                  served.add(place);
                } catch (Exception e) {
                  served.add(-1);
                }
              });
      waiter.start();
      line.add(waiter);
      clock.awaitSleepers(i + 1);
    }

    limiter.acquire(context(OTHER)); // returns at once: the line is not its own
    assertThat(served).isEmpty();

    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofMillis(10_100));
      line.get(i).join(10_000);
      assertThat(served).hasSize(i + 1);
    }
    assertThat(served).containsExactly(0, 1, 2, 3, 4);
  }

  private CallContext context(BindingId id) {
    FixedDialect dialect = new FixedDialect(URI.create("http://localhost"), List.of());
    return new CallContext(
        () -> new ApiRoute(PipelineTestBase.binding(id), dialect, "app"),
        PipelineTestBase.READ,
        clock,
        Duration.ofMinutes(5),
        clock.nanoTime());
  }
}
