package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import java.time.Duration;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** What a refused token leads to. */
class AuthTest extends PipelineTestBase {

  @Test
  void read_401Once_isRepeatedOnceWithTheNextToken() throws Exception {
    answer(401);
    ok();
    call(READ);
    assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer sim-at-1");
    assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer sim-at-2");
    assertThat(tokens.rejected()).containsExactly("sim-at-1");
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void create_401Once_isRepeatedSinceNothingWasDone() {
    answer(401);
    ok();
    call(CREATE);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void read_401Twice_failsAfterExactlyTwoRequests() {
    answer(401);
    server.enqueue(response(401, "X-Request-Id: r-2").body("no token").build());
    ApiException failure = failure(READ, ApiException.class);
    assertThat(failure.status()).isEqualTo(401);
    assertThat(failure.requestId()).isEqualTo("r-2");
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void read_401ThatNoTokenHelps_isNotRepeated() {
    server.enqueue(response(401).body("No active subscription, for good").build());
    ApiException failure = failure(READ, ApiException.class);
    assertThat(failure.problems()).hasSize(1);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(tokens.rejected()).isEmpty();
  }

  @Test
  void read_401_repetitionTakesAPermit() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(10)));
    answer(401);
    ok();
    call(READ);
    assertThat(clock.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void create_401ThenReset_outcomeIsUnknown() {
    answer(401);
    server.enqueue(
        response(200).onResponseStart(new SocketEffect.CloseSocket(true, true, true)).build());
    failure(CREATE, OutcomeUnknownException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void read_grantGone_isToldWithoutTouchingTheNetwork() {
    tokens.onLoad(
        () -> {
          throw new ReconnectRequiredException(SHOP, ReconnectCause.REVOKED);
        });
    failure(READ, ReconnectRequiredException.class);
    assertThat(server.getRequestCount()).isZero();
  }
}
