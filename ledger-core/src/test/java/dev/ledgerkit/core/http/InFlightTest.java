package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A place in flight is for calls on the wire. */
class InFlightTest extends PipelineTestBase {

  @Test
  void callThatWaitsForItsToken_keepsNoPlaceFromOthers() throws Exception {
    limits.add(new RateLimit(RateLimit.Scope.CLIENT_CONCURRENT, 1, Duration.ZERO));
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch granted = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    tokens.onLoad(
        () -> {
          if (first.compareAndSet(true, false)) {
            asked.countDown();
            await(granted);
          }
        });
    OkHttpApiClient api = pipeline().build();
    ok();
    ok();
    CompletableFuture<ApiResponse> waiting =
        CompletableFuture.supplyAsync(() -> api.call(SHOP, READ));
    await(asked);

    CompletableFuture<ApiResponse> other =
        CompletableFuture.supplyAsync(() -> api.call(SHOP, READ));

    assertThat(other.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
    assertThat(waiting).isNotDone();
    granted.countDown();
    assertThat(waiting.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
