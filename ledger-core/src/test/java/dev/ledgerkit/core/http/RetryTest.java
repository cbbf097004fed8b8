package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which attempts are repeated, how often, and when; counted where it matters, on the server. */
class RetryTest extends PipelineTestBase {

  private void answerAlways(MockResponse response) {
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return response;
          }
        });
  }

  private static MockResponse reset() {
    return new MockResponse.Builder()
        .onResponseStart(new SocketEffect.CloseSocket(true, true, true))
        .build();
  }

  @Test
  void read_5xxAlways_isTriedFiveTimesWithDoublingBackoff() {
    answerAlways(response(500, "X-Request-Id: r-9").build());

    ProviderUnavailableException failure = failure(READ, ProviderUnavailableException.class);

    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(clock.sleeps())
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
    assertThat(failure)
        .hasMessageContaining("500")
        .hasMessageContaining("r-9")
        .hasMessageContaining("shop-1");
    assertThat(failure.getSuppressed()).hasSize(4);
  }

  @Test
  void fourCalls_503Always_areTriedEquallyOften() {
    answerAlways(response(503).build());
    OkHttpApiClient api = pipeline().maxAttempts(3).build();
    for (int call = 1; call <= 4; call++) {
      failure(api, READ, ProviderUnavailableException.class);
      assertThat(server.getRequestCount()).isEqualTo(3 * call);
    }
  }

  @Test
  void manyCalls_outage_budgetEndsRepetitionAndRefills() {
    answerAlways(response(500).build());
    OkHttpApiClient api = pipeline().jitter(() -> 0.0).build(); // no time passes between attempts
    int calls = 0;
    int before;
    do {
      before = server.getRequestCount();
      failure(api, READ, ProviderUnavailableException.class);
      calls++;
    } while (server.getRequestCount() - before > 1);
    assertThat(calls).isEqualTo(RetryBudget.CAPACITY / 4 + 1);

    clock.advance(Duration.ofSeconds(10));
    before = server.getRequestCount();
    failure(api, READ, ProviderUnavailableException.class);
    assertThat(server.getRequestCount() - before).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void create_unkeyed5xx_isSentOnceAndItsOutcomeIsUnknown(int status) {
    answerAlways(response(status).build());
    OutcomeUnknownException failure =
        failure(post().lookup("reference AB-1").build(), OutcomeUnknownException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(failure)
        .hasMessageContaining("POST /invoices")
        .hasMessageContaining("shop-1")
        .hasMessageContaining("reference AB-1");
  }

  @Test
  void create_keyed5xx_isRepeated() {
    answer(500);
    ok();
    assertThat(call(KEYED).status()).isEqualTo(200);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void create_408_isNotRepeatedByOkHttp() {
    answerAlways(response(408).build());
    failure(KEYED, ProviderUnavailableException.class);
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @Test
  void create_503RetryAfterZero_isRepeatedByOurRetryAlone() {
    answerAlways(response(503, "Retry-After: 0").build());
    failure(CREATE, ProviderUnavailableException.class);
    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(clock.sleeps()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void bodiless_503RetryAfterZero_isRepeatedByOurRetryAlone(String method) {
    answerAlways(response(503, "Retry-After: 0").build());
    ApiRequest request = method.equals("GET") ? READ : ApiRequest.delete("/contacts/1").build();
    failure(request, ProviderUnavailableException.class);
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @Test
  void read_retryAfterTooLongForAnInt_givesUpAtOnce() {
    answer(503, "Retry-After: 99999999999");
    failure(READ, ProviderUnavailableException.class);
    assertThat(clock.sleeps()).isEmpty();
  }

  @Test
  void create_429RetryAfterSeconds_waitsExactlyThat() {
    answer(429, "Retry-After: 7");
    ok();
    call(CREATE);
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void create_429RetryAfterDate_countsFromTheProvidersClock() {
    answer(
        429,
        "Date: Mon, 05 Jan 2026 12:00:00 GMT", // three hours ahead of ours
        "Retry-After: Mon, 05 Jan 2026 12:00:09 GMT");
    ok();
    call(CREATE);
    assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void create_429WithoutRetryAfter_backsOff() {
    answer(429);
    ok();
    call(CREATE);
    assertThat(clock.sleeps()).containsExactly(Duration.ofMillis(500));
  }

  @Test
  void read_429WaitPastDeadline_failsAtOnceWithTheWait() {
    answer(429, "Retry-After: 61");
    RateLimitedException failure = failure(READ, RateLimitedException.class);
    assertThat(failure.scope()).isEqualTo("provider");
    assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(61));
    assertThat(clock.elapsed()).isZero();
  }

  @Test
  void read_backoffWouldPassDeadline_stopsWithTheTrueReason() {
    answerAlways(response(500).build());
    OkHttpApiClient api = pipeline().callDeadline(Duration.ofSeconds(2)).build();
    assertThat(failure(api, READ, ProviderUnavailableException.class)).hasMessageContaining("500");
    assertThat(server.getRequestCount()).isEqualTo(3); // at 0, 0.5 and 1.5 s
    assertThat(clock.elapsed()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void read_connectionReset_isRepeated() {
    server.enqueue(reset());
    server.enqueue(
        json("[1]").onResponseBody(new SocketEffect.CloseSocket(true, true, true)).build());
    ok();
    assertThat(call(READ).status()).isEqualTo(200);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void read_resetOnAPooledConnection_isNotRepeatedByOkHttp() {
    OkHttpApiClient api = pipeline().maxAttempts(1).build();
    ok();
    api.call(SHOP, READ);
    server.enqueue(reset());
    ok();
    failure(api, READ, ProviderUnavailableException.class);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void write_onTheWire_isOneShotAndFreshForEveryAttempt() {
    List<RequestBody> sent = new ArrayList<>();
    OkHttpClient host =
        new OkHttpClient.Builder()
            .addNetworkInterceptor(
                chain -> {
                  sent.add(chain.request().body());
                  return chain.proceed(chain.request());
                })
            .build();
    answer(500);
    ok();
    pipeline(host, server.url("/v3").uri()).build().call(SHOP, KEYED);
    assertThat(sent).hasSize(2).doesNotHaveDuplicates().allMatch(RequestBody::isOneShot);
  }

  @Test
  void read_bodyTruncated_isRepeated() {
    server.enqueue(
        json("{\"a\":1}")
            .setHeader("Content-Length", "5000")
            .onResponseEnd(new SocketEffect.CloseSocket(true, true, true))
            .build());
    ok();
    assertThat(call(READ).body()).hasSize(2);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void create_unkeyedConnectionReset_isSentOnceAndItsOutcomeIsUnknown() {
    answerAlways(reset());
    OutcomeUnknownException failure = failure(CREATE, OutcomeUnknownException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
    assertThat(failure).hasMessageContaining("/invoices");
    assertThat(failure.getCause()).isNotNull();
  }

  @Test
  void create_unkeyedAnswerTruncated_outcomeIsUnknown() {
    server.enqueue(
        json("{\"a\":1}")
            .setHeader("Content-Length", "5000")
            .onResponseEnd(new SocketEffect.CloseSocket(true, true, true))
            .build());
    failure(CREATE, OutcomeUnknownException.class);
  }

  @Test
  void create_keyedConnectionResetAlways_isTriedFiveTimes() {
    answerAlways(reset());
    LedgerException failure = failure(KEYED, ProviderUnavailableException.class);
    assertThat(server.getRequestCount()).isEqualTo(5);
    assertThat(failure.getSuppressed()).hasSize(4);
  }

  @Test
  void create_unkeyedConnectionRefused_isRepeatedSinceNothingWasSent() throws Exception {
    ok();
    int port = server.getPort();
    int[] lookups = {0};
    OkHttpClient host =
        new OkHttpClient.Builder()
            .dns(
                name ->
                    lookups[0]++ == 0
                        ? List.of(InetAddress.getByName("127.0.0.2")) // nobody listens there
                        : List.of(InetAddress.getLoopbackAddress()))
            .build();
    pipeline(host, java.net.URI.create("http://localhost:" + port)).build().call(SHOP, CREATE);
    assertThat(lookups[0]).isEqualTo(2);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void create_firstAddressRefused_secondIsTriedWithinTheAttempt() throws Exception {
    ok();
    OkHttpClient host =
        new OkHttpClient.Builder()
            .dns(
                name ->
                    List.of(InetAddress.getByName("127.0.0.2"), InetAddress.getLoopbackAddress()))
            .build();
    pipeline(host, java.net.URI.create("http://localhost:" + server.getPort()))
        .maxAttempts(1)
        .build()
        .call(SHOP, CREATE);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void delete_notFoundAfterAnUnansweredAttempt_saysNotFound() {
    server.enqueue(reset());
    answer(404);
    failure(ApiRequest.delete("/contacts/1").build(), dev.ledgerkit.core.NotFoundException.class);
  }
}
