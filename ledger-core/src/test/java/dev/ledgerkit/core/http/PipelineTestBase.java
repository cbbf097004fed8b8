package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A provider on a real socket, and a pipeline to it on a clock that jumps. After every test no
 * connection is held, and no exception that was seen shows a token, a body sent or a query.
 */
abstract class PipelineTestBase {
  static final BindingId SHOP = new BindingId("shop-1");
  static final ApiRequest READ = ApiRequest.get("/contacts").query("search", "sim-query").build();
  static final ApiRequest CREATE = post().build();
  static final ApiRequest KEYED = post().repeatable().build();

  final JumpingClock clock = new JumpingClock();
  final FixedTokenSource tokens = new FixedTokenSource();
  final MockWebServer server = new MockWebServer();
  final List<RateLimit> limits = new ArrayList<>();
  private final List<OkHttpClient> hosts = new ArrayList<>();
  private final List<Throwable> seen = new ArrayList<>();

  @BeforeEach
  void startServer() throws Exception {
    server.start();
  }

  @AfterEach
  void nothingIsLeftBehind() {
    for (OkHttpClient host : hosts) {
      assertThat(host.connectionPool().connectionCount())
          .as("connections held")
          .isEqualTo(host.connectionPool().idleConnectionCount());
      host.dispatcher().executorService().shutdown();
      host.connectionPool().evictAll();
    }
    server.close();
    Set<Throwable> tree = Collections.newSetFromMap(new IdentityHashMap<>());
    seen.forEach(e -> collect(e, tree));
    assertThat(tree)
        .allSatisfy(
            e ->
                assertThat(String.valueOf(e.getMessage()))
                    .doesNotContain("sim-at-", "sim-rt-", "sim-query", "sim-body"));
  }

  static ApiRequest.Builder post() {
    return ApiRequest.post("/invoices", "{\"note\":\"sim-body\"}".getBytes(StandardCharsets.UTF_8));
  }

  static Binding binding(BindingId id) {
    return new Binding(
        id,
        new Installation("Shop", "shop.example.com"),
        "Sim",
        "UK",
        BindingStatus.CONNECTED,
        null,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** Jitter is at its most, so backoffs are 500 ms, 1 s, 2 s, ... */
  OkHttpApiClient.Builder pipeline() {
    return pipeline(new OkHttpClient(), server.url("/v3").uri());
  }

  OkHttpApiClient.Builder pipeline(OkHttpClient host, URI base) {
    hosts.add(host);
    FixedDialect dialect = new FixedDialect(base, limits);
    return OkHttpApiClient.builder(id -> new ApiRoute(binding(id), dialect, "app"), tokens)
        .httpClient(host)
        .clock(clock)
        .jitter(() -> 1.0);
  }

  ApiResponse call(ApiRequest request) {
    return pipeline().build().call(SHOP, request);
  }

  <E extends LedgerException> E failure(ApiRequest request, Class<E> type) {
    return failure(pipeline().build(), request, type);
  }

  <E extends LedgerException> E failure(ApiClient api, ApiRequest request, Class<E> type) {
    E failure = catchThrowableOfType(type, () -> api.call(SHOP, request));
    assertThat(failure).isNotNull().isExactlyInstanceOf(type);
    seen.add(failure);
    return failure;
  }

  void answer(int status, String... headers) {
    server.enqueue(response(status, headers).build());
  }

  void ok() {
    server.enqueue(json("{}").build());
  }

  static MockResponse.Builder json(String body) {
    return response(200, "Content-Type: application/json; charset=utf-8").body(body);
  }

  static MockResponse.Builder response(int status, String... headers) {
    MockResponse.Builder response = new MockResponse.Builder().code(status);
    for (String header : headers) {
      response.addHeader(header);
    }
    return response;
  }

  RecordedRequest taken() throws InterruptedException {
    return server.takeRequest(5, TimeUnit.SECONDS);
  }

  private static void collect(Throwable e, Set<Throwable> tree) {
    if (e != null && tree.add(e)) {
      collect(e.getCause(), tree);
      for (Throwable suppressed : e.getSuppressed()) {
        collect(suppressed, tree);
      }
    }
  }
}
