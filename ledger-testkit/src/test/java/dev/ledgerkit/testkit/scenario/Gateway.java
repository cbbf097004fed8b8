package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Stands before a simulator's token endpoint and may say something else than the simulator did. */
final class Gateway implements AutoCloseable {
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();
  private final AtomicReference<UnaryOperator<MockResponse>> next = new AtomicReference<>();
  private final SageSimulator behind;

  Gateway(SageSimulator behind) {
    this.behind = behind;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            MockResponse answer = forward(request);
            UnaryOperator<MockResponse> change = next.getAndSet(null);
            return change == null ? answer : change.apply(answer);
          }
        });
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback socket", e);
    }
  }

  /** The next answer, given what the simulator answered; the simulator has done the work. */
  void answerNext(UnaryOperator<MockResponse> change) {
    next.set(change);
  }

  /** The simulator's, with tokens to be had here. */
  SageEndpoints endpoints() {
    URI token = server.url("/token").uri();
    return SageEndpoints.at(behind.baseUri())
        .withOauth(behind.authorizeUri(), token, behind.revokeUri());
  }

  private MockResponse forward(RecordedRequest request) {
    byte[] form = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
    Request on =
        new Request.Builder()
            .url(behind.tokenUri().toString())
            .post(RequestBody.create(form, FORM))
            .build();
    try (Response answer = http.newCall(on).execute()) {
      return new MockResponse.Builder()
          .code(answer.code())
          .setHeader("Date", String.valueOf(answer.header("Date")))
          .setHeader("Content-Type", "application/json")
          .body(answer.body().string())
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("the simulator is gone", e);
    }
  }

  @Override
  public void close() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
