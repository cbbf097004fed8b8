package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.ConfigurationException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** What a call looks like on the wire, and in which order it gets there. */
class PipelineTest extends PipelineTestBase {

  @Test
  void read_answered_carriesTokenTenantVersionAndAccept() throws Exception {
    server.enqueue(json("{\"a\":1}").addHeader("X-Request-Id", "r-1").build());

    ApiResponse answer =
        call(ApiRequest.get("/contacts/a b").query("q", "x&y").query("no", null).build());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
    assertThat(answer.requestId()).isEqualTo("r-1");
    assertThat(answer.header("content-type")).contains("application/json; charset=utf-8");
    RecordedRequest request = taken();
    assertThat(request.getTarget()).isEqualTo("/v3/contacts/a%20b?q=x%26y");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sim-at-1");
    assertThat(request.getHeaders().get("X-Business")).isEqualTo("tenant-of-shop-1");
    assertThat(request.getHeaders().get("X-Api-Version")).isEqualTo("7");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("User-Agent")).isEqualTo("ledgerkit");
  }

  @Test
  void write_answered_sendsItsBytesAsJson() throws Exception {
    ok();
    call(CREATE);
    RecordedRequest request = taken();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getBody().utf8()).isEqualTo("{\"note\":\"sim-body\"}");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void path_withEscapedParentSegment_staysBelowTheBase() throws Exception {
    ok();
    call(ApiRequest.get("/contacts/%2e%2e/%2E%2E/admin?x#y").build());
    assertThat(taken().getTarget()).isEqualTo("/v3/contacts/%252e%252e/%252E%252E/admin%3Fx%23y");
  }

  @Test
  void tenantless_answered_carriesNoTenant() throws Exception {
    ok();
    call(ApiRequest.get("/businesses").tenantless().build());
    assertThat(taken().getHeaders().get("X-Business")).isNull();
  }

  @Test
  void order_permitWaitsLong_tokenIsFetchedAfterThePermit() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(50)));
    List<Duration> loads = new ArrayList<>();
    tokens.onLoad(() -> loads.add(clock.elapsed()));
    OkHttpApiClient api = pipeline().build();
    ok();
    ok();

    api.call(SHOP, READ);
    api.call(SHOP, READ);

    assertThat(loads.get(0)).isZero();
    assertThat(loads.get(1)).isGreaterThanOrEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void order_attemptRepeated_takesAPermitAndATokenEach() {
    limits.add(new RateLimit(RateLimit.Scope.BINDING, 1, Duration.ofSeconds(10)));
    List<Duration> loads = new ArrayList<>();
    tokens.onLoad(() -> loads.add(clock.elapsed()));
    answer(500);
    answer(500);
    ok();

    call(READ);

    assertThat(loads).hasSize(3);
    assertThat(loads.get(1).minus(loads.get(0))).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
    assertThat(loads.get(2).minus(loads.get(1))).isGreaterThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void order_writeRepeated_bytesAreFixedOnce() throws Exception {
    byte[] body = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
    tokens.onLoad(() -> body[5] = '9'); // the caller reuses its array while the call is under way
    answer(500);
    ok();

    call(ApiRequest.post("/invoices", body).repeatable().build());

    for (int attempt = 0; attempt < 2; attempt++) {
      RecordedRequest request = taken();
      assertThat(request.getBody().utf8()).isEqualTo("{\"n\":1}");
    }
  }

  @Test
  void hostInterceptor_sendingTheCallElsewhere_isRefusedBeforeAnythingIsSent() throws Exception {
    OkHttpClient host =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(
                        chain
                            .request()
                            .newBuilder()
                            .url("http://localhost:" + server.getPort() + "/elsewhere")
                            .build()))
            .build();
    URI base = URI.create("http://127.0.0.1:" + server.getPort() + "/v3");

    ConfigurationException failure =
        failure(pipeline(host, base).build(), READ, ConfigurationException.class);

    assertThat(failure).hasMessageContaining("localhost").hasMessageContaining("127.0.0.1");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void redirect_answered_isNotFollowed() {
    answer(302, "Location: " + server.url("/login?sim-query"));
    failure(READ, dev.ledgerkit.core.ApiException.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void apiBase_notHttps_isRefused() {
    OkHttpApiClient api =
        pipeline(new OkHttpClient(), URI.create("http://api.example.com/")).build();
    assertThat(failure(api, READ, ConfigurationException.class)).hasMessageContaining("https");
  }
}
