package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.http.ApiRoute;
import dev.ledgerkit.core.http.OkHttpApiClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A server on a real socket, and a client that talks to it through the whole pipeline. */
abstract class WireTest {
  final SteppedClock clock = new SteppedClock();
  final Binding binding = TestBindings.lockedTo("12345");
  MockWebServer server;
  FreeAgentProvider provider;
  OkHttpApiClient api;
  FreeAgentClient freeagent;

  @BeforeEach
  void connect() throws IOException {
    server = new MockWebServer();
    server.setServerSocketFactory(new PromptSockets());
    server.start();
    provider = settings(builder()).build();
    api =
        OkHttpApiClient.builder(
                id -> new ApiRoute(binding, provider.api(), "client"), new FixedTokenSource())
            .clock(clock)
            .build();
    freeagent = provider.client(api, binding);
  }

  /** What a test wants otherwise. */
  FreeAgentProvider.Builder settings(FreeAgentProvider.Builder builder) {
    return builder;
  }

  @AfterEach
  void close() {
    api.close();
    server.close();
  }

  private FreeAgentProvider.Builder builder() {
    return FreeAgentProvider.builder()
        .production("id", Secret.of("sim-secret"))
        .application("Test Shop")
        .clock(clock)
        .endpoints(FreeAgentEndpoints.at(URI.create("http://127.0.0.1:" + server.getPort())));
  }

  /** A URL as the server's environment has them. */
  String url(String pathBelowBase) {
    return "http://127.0.0.1:" + server.getPort() + "/v2/" + pathBelowBase;
  }

  void answer(int status, String body) {
    server.enqueue(json(status, body).build());
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .addHeader("Content-Type", "application/json; charset=utf-8")
        .body(body);
  }

  String target(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  JsonNode json(String text) {
    return FreeAgentJson.WIRE.tree(text.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode body(RecordedRequest request) {
    return FreeAgentJson.WIRE.tree(request.getBody().toByteArray());
  }
}
