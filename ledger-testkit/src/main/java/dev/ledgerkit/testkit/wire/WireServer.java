package dev.ledgerkit.testkit.wire;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.FaultScript;
import dev.ledgerkit.testkit.HttpDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A loopback HTTP/1.1 server: one thread for each connection, so a slow answer holds up nobody
 * else.
 *
 * @since 0.1
 */
public final class WireServer implements AutoCloseable {
  /**
   * Held here because a logger's level is lost with the logger; it would print a line for every
   * request.
   */
  private static final Logger CHATTER = Logger.getLogger("mockwebserver3.MockWebServer");

  private final MockWebServer server = new MockWebServer();
  private final ResettableSockets sockets = new ResettableSockets();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final LedgerClock clock;
  private final FaultScript script;
  private final WireHandler handler;
  private final boolean tls;

  public WireServer(
      LedgerClock clock,
      FaultScript script,
      WireHandler handler,
      int port,
      @Nullable HandshakeCertificates certificates,
      boolean clientCertificate) {
    this.clock = clock;
    this.script = script;
    this.handler = handler;
    this.tls = certificates != null;
    CHATTER.setLevel(Level.OFF);
    server.setServerSocketFactory(sockets);
    server.setProtocols(List.of(Protocol.HTTP_1_1));
    if (certificates != null) {
      server.useHttps(certificates.sslSocketFactory());
      if (clientCertificate) {
        server.requireClientAuth();
      }
    }
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    } catch (IOException e) {
      throw new UncheckedIOException("No loopback socket on port " + port + ".", e);
    }
  }

  public URI baseUri() {
    return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + server.getPort());
  }

  private MockResponse answer(RecordedRequest recorded) throws InterruptedException {
    // The server keeps every request for takeRequest(); nobody takes them here, so they are let go.
    server.takeRequest(0, TimeUnit.NANOSECONDS);
    WireRequest request = read(recorded);
    Endpoint.Kind kind = handler.kindOf(request);
    Optional<Fault> fault =
        script.take(kind, request.method(), handler.apiPath(request), clock.instant());
    handler.entered(kind, request);
    int status = 0;
    try {
      MockResponse response =
          fault.isPresent()
              ? faulty(fault.get(), kind, request, recorded.getConnectionIndex())
              : build(handler.handle(kind, request)).build();
      Duration delay =
          fault.isPresent() && fault.get() instanceof Fault.Slow slow
              ? slow.delay()
              : Duration.ZERO;
      if (closedDuring(delay.plus(handler.latency(kind)))) {
        return dated().onResponseStart(new SocketEffect.CloseSocket()).build();
      }
      status = response.getOnResponseStart() == null ? response.getCode() : 0;
      return response;
    } finally {
      handler.left(kind, request, status);
    }
  }

  /** Waits on a latch and does not sleep, so that closing the server ends the wait. */
  private boolean closedDuring(Duration delay) throws InterruptedException {
    return !delay.isZero() && closed.await(delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private MockResponse faulty(
      Fault fault, Endpoint.Kind kind, WireRequest request, int connection) {
    SocketEffect hangUp = new SocketEffect.CloseSocket();
    if (fault instanceof Fault.LoseRequest) {
      return dated().onResponseStart(hangUp).build();
    }
    if (fault instanceof Fault.Reset) {
      sockets.resetOnClose(connection);
      return dated().onResponseStart(hangUp).build();
    }
    if (fault instanceof Fault.LoseReply) {
      return build(handler.handle(kind, request)).onResponseStart(hangUp).build();
    }
    if (fault instanceof Fault.HugeBody huge) {
      return dated()
          .addHeader("Content-Type", "application/json")
          .body(new FillerBody(huge.bytes()))
          .build();
    }
    if (fault instanceof Fault.Reply reply) {
      return build(
              new WireReply(
                  reply.code(), Map.of("Content-Type", reply.contentType()), reply.body()))
          .build();
    }
    if (fault instanceof Fault.Status status) {
      MockResponse.Builder response = build(handler.error(kind, status.code()));
      status.retryAfter().ifPresent(value -> response.addHeader("Retry-After", value));
      return response.build();
    }
    if (fault instanceof Fault.Outage) {
      return build(handler.error(kind, 503)).build();
    }
    WireReply done = handler.handle(kind, request);
    if (fault instanceof Fault.WrongContentType) {
      return build(done.with("Content-Type", "text/html; charset=utf-8")).build();
    }
    MockResponse.Builder response = build(done);
    return fault instanceof Fault.TruncatedBody
        ? response.onResponseBody(hangUp).build()
        : response.build();
  }

  private MockResponse.Builder build(WireReply reply) {
    MockResponse.Builder response = dated().code(reply.status());
    reply.headers().forEach(response::addHeader);
    if (reply.status() != 204) {
      response.body(new Buffer().writeString(reply.body(), reply.charset()));
    } else {
      // A 204 has no body, and a Content-Length on it is an error (RFC 9110, section 8.6).
      response.removeHeader("Content-Length");
    }
    return response;
  }

  private MockResponse.Builder dated() {
    return new MockResponse.Builder().setHeader("Date", HttpDate.format(clock.instant()));
  }

  private static WireRequest read(RecordedRequest recorded) {
    String target = recorded.getTarget();
    int mark = target.indexOf('?');
    Map<String, String> headers = new LinkedHashMap<>();
    recorded.getHeaders().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return new WireRequest(
        recorded.getMethod(),
        mark < 0 ? target : target.substring(0, mark),
        mark < 0 ? Map.of() : WireRequest.parseForm(target.substring(mark + 1)),
        headers,
        recorded.getBody() == null ? "" : recorded.getBody().string(StandardCharsets.UTF_8));
  }

  /** Stops listening and ends every wait; closing twice is harmless. */
  @Override
  public void close() {
    closed.countDown();
    server.close();
  }
}
