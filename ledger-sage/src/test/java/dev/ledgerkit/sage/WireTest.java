package dev.ledgerkit.sage;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A server on a real socket, and a client that talks to it. */
abstract class WireTest {
  final Binding binding = TestBindings.lockedTo("0d40342d0287cd6b13555c54afca6c90");
  MockWebServer server;
  SageProvider provider;
  WireApi api;
  SageClient sage;

  @BeforeEach
  void connect() throws IOException {
    server = new MockWebServer();
    server.start();
    provider =
        SageProvider.builder("id", Secret.of("s3cr3t"))
            .endpoints(SageEndpoints.at(URI.create("http://127.0.0.1:" + server.getPort())))
            .build();
    api = new WireApi(provider, binding);
    sage = provider.client(api, binding);
  }

  @AfterEach
  void close() {
    server.close();
  }

  void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  String target(RecordedRequest request) {
    return request.getMethod() + " " + request.getTarget();
  }

  JsonNode json(String text) {
    return SageJson.tree(text.getBytes(StandardCharsets.UTF_8));
  }

  JsonNode body(RecordedRequest request) {
    return SageJson.tree(request.getBody().toByteArray());
  }
}
