package dev.ledgerkit.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A web server on this machine alone that takes consent's callbacks (RFC 8252, section 7.3). It
 * shows the person a page and keeps the URL, which holds the code, for {@link #await}.
 *
 * <p>It listens from its making until {@link #close()}. Safe for use by many threads.
 *
 * <pre>{@code
 * try (LoopbackReceiver receiver = new LoopbackReceiver(URI.create("http://localhost:8484/callback"))) {
 *   browser.accept(consentUrl);
 *   URI callback = receiver.await(Duration.ofMinutes(5));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class LoopbackReceiver implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Ledger</title>
      <body style="font-family:sans-serif;margin:4em">
      <h1>Thank you.</h1><p>The answer has arrived. You can close this page and go back to the program.</p>
      """;

  /** One person comes back once; what knocks more often is something else. */
  private static final int MOST_CALLBACKS = 16;

  private static final int LAST_PORT = 65_535;

  private final HttpServer server;
  private final URI callbackUrl;
  private final BlockingQueue<URI> callbacks = new LinkedBlockingQueue<>(MOST_CALLBACKS);

  /**
   * Listens from now on.
   *
   * @param callbackUrl as registered with the provider; http on this machine, with a port
   * @throws ConfigurationException if it is another address, or the port is taken
   */
  public LoopbackReceiver(URI callbackUrl) {
    requireReachable(callbackUrl);
    this.callbackUrl = callbackUrl;
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      this.server = HttpServer.create(new InetSocketAddress(loopback, callbackUrl.getPort()), 0);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Port %d of the callback URL %s cannot be listened on (%s); end what uses it, or choose another and register it with the provider."
              .formatted(callbackUrl.getPort(), callbackUrl, e.getMessage()),
          e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  private static void requireReachable(URI callbackUrl) {
    boolean port = callbackUrl.getPort() > 0 && callbackUrl.getPort() <= LAST_PORT;
    boolean bare = callbackUrl.getRawQuery() == null && callbackUrl.getRawFragment() == null;
    boolean here = Loopback.isHost(callbackUrl) && !"[::1]".equals(callbackUrl.getHost());
    if (!"http".equals(callbackUrl.getScheme()) || !here || !port || !bare) {
      throw new ConfigurationException(
          "The callback URL '%s' is refused; it is caught on this machine, so it reads like http://localhost:8484/callback."
              .formatted(callbackUrl));
    }
  }

  /** Browsers also ask for icons, and preview what they are about to open. */
  private void handle(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    boolean ours =
        exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getRawPath().equals(path())
            && query != null
            && query.matches("(.*&)?(code|error)=.*");
    byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      // The address bar holds the code; nothing is to take it along.
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(ours ? 200 : 404, ours ? page.length : -1);
      if (ours) {
        exchange.getResponseBody().write(page);
      }
    } finally {
      if (ours) {
        var unused = callbacks.offer(URI.create(callbackUrl + "?" + query));
      }
    }
  }

  private String path() {
    String path = callbackUrl.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /**
   * The next URL somebody came back with.
   *
   * @throws LedgerException if nobody came within {@code limit} of real time
   */
  public URI await(Duration limit) {
    URI callback = poll(limit);
    if (callback == null) {
      throw new LedgerException(
          "Nobody came back from the consent page within %d s; try again, and look whether that page was the provider's."
              .formatted(limit.toSeconds()),
          null);
    }
    return callback;
  }

  private @Nullable URI poll(Duration limit) {
    try {
      return callbacks.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("Interrupted while waiting for the callback.", e);
    }
  }

  /** Ends its thread, which would keep the program alive. */
  @Override
  public void close() {
    server.stop(0);
  }
}
