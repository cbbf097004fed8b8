package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever calls through a {@link BackgroundApi} calls in the background, and nothing else. */
class BackgroundApiTest extends PipelineTestBase {

  @Test
  void calls_throughIt_areSpread_andOthersAreNot() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 60, Duration.ofMinutes(1)));
    OkHttpApiClient api = pipeline().build();
    ApiClient background = new BackgroundApi(api);
    for (int i = 0; i < 10; i++) {
      ok();
      background.call(SHOP, READ);
    }
    Duration spread = clock.elapsed();
    for (int i = 0; i < 10; i++) {
      ok();
      api.call(SHOP, READ);
    }
    assertThat(spread).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
    assertThat(clock.elapsed()).isEqualTo(spread);
  }

  @Test
  void inBackground_keepsAllElseOfTheRequest() {
    byte[] body = {'{', '}'};
    ApiRequest request =
        ApiRequest.post("/contacts", body)
            .query("page", 2)
            .accept("text/plain")
            .repeatable()
            .lookup("reference AB-1")
            .tenantless()
            .build();
    ApiRequest marked = request.inBackground();

    assertThat(marked.background()).isTrue();
    assertThat(marked.inBackground()).isSameAs(marked);
    assertThat(request.background()).isFalse();
    assertThat(marked).usingRecursiveComparison().ignoringFields("background").isEqualTo(request);
  }
}
