package dev.ledgerkit.benchmarks.contender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A token endpoint on loopback with one grant and strict single-use rotation: only the current
 * refresh token buys a pair, on arrival; every answer, yes or no, comes after the delay.
 */
public final class TokenServer implements AutoCloseable {
  /** The refresh token everybody starts with. */
  public static final String FIRST_REFRESH_TOKEN = "rt-0";

  static {
    // or Nagle's algorithm holds every second answer back for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Duration delay;
  private final ReentrantLock lock = new ReentrantLock();
  private String current = FIRST_REFRESH_TOKEN;
  private final Set<String> issued = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  /** Opens the socket. */
  public TokenServer(Duration delay) throws IOException {
    this.delay = delay;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    server.setExecutor(threads);
    server.createContext("/token", this::answer);
    server.start();
  }

  /** Where it is. */
  public URI tokenUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
  }

  /** Requests so far. */
  public int calls() {
    return calls.get();
  }

  /** Requests so far with a refresh token that was spent before. */
  public int refused() {
    return refused.get();
  }

  /** Whether this server issued that access token. */
  public boolean issued(String accessToken) {
    return issued.contains(accessToken);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int number = calls.incrementAndGet();
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
      boolean granted = rotate(form, "rt-" + number);
      Thread.sleep(delay.toMillis());
      String access = "at-" + number;
      if (granted) {
        issued.add(access);
      } else {
        refused.incrementAndGet();
      }
      String answer =
          granted
              ? "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"rt-%d\"}"
                  .formatted(access, number)
              : "{\"error\":\"invalid_grant\"}";
      byte[] body = answer.getBytes(StandardCharsets.US_ASCII);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(granted ? 200 : 400, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean rotate(String form, String next) {
    lock.lock();
    try {
      boolean good = Arrays.asList(form.split("&")).contains("refresh_token=" + current);
      if (good) {
        current = next;
      }
      return good;
    } finally {
      lock.unlock();
    }
  }
}
