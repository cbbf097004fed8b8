package dev.ledgerkit.examples;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A web server on this machine that takes one callback (RFC 8252, section 7.3). It shows the
 * merchant a page and keeps the URL, which holds the code, for {@link #await}.
 */
final class LoopbackCallback implements AutoCloseable {
  private static final String PAGE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>Ledger</title>
      <body style="font-family:sans-serif;margin:4em">
      <h1>Thank you.</h1><p>Sage's answer has arrived. You can close this page and go back to the terminal.</p>
      """;

  private final HttpServer server;
  private final URI redirectUri;
  private final CompletableFuture<URI> callback = new CompletableFuture<>();

  /**
   * Listens from now on.
   *
   * @throws ConfigurationException if the port is taken
   */
  LoopbackCallback(URI redirectUri) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      this.server = HttpServer.create(new InetSocketAddress(loopback, redirectUri.getPort()), 0);
    } catch (IOException e) {
      throw new ConfigurationException(
          "Port %d of SAGE_REDIRECT_URI cannot be listened on (%s); choose another and register it with Sage."
              .formatted(redirectUri.getPort(), e.getMessage()),
          e);
    }
    this.redirectUri = redirectUri;
    server.createContext("/", this::handle);
    server.start();
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
        callback.complete(URI.create(redirectUri + "?" + query));
      }
    }
  }

  private String path() {
    String path = redirectUri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /**
   * The URL the merchant came back with.
   *
   * @throws LedgerException if they did not come in time
   */
  URI await(Duration limit) {
    try {
      return callback.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new LedgerException(
          "Nobody came back from the consent page within %d s; run again."
              .formatted(limit.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("Interrupted while waiting for the callback.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Nothing completes the callback with a failure", e);
    }
  }

  /** Ends its thread, which would keep the program alive. */
  @Override
  public void close() {
    server.stop(0);
  }
}
