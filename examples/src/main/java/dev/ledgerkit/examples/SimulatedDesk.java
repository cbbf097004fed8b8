package dev.ledgerkit.examples;

import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.ConnectionProperty;
import dev.ledgerkit.connector.Connector;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.Seen;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A simulated Sage, and a person whose browser allows whatever it is shown. */
final class SimulatedDesk implements AutoCloseable {
  private final VirtualClock clock = new VirtualClock(Instant.now());
  private final SageSimulator simulator =
      SageSimulator.builder().clock(clock).business("b-books", "Simulated Books Ltd", "GB").start();
  private final Path settings;
  private final URI callback;

  SimulatedDesk() {
    try (ServerSocket free = new ServerSocket(0)) {
      this.settings = Files.createTempDirectory("ledger-connector");
      this.callback = URI.create("http://localhost:" + free.getLocalPort() + "/callback");
    } catch (IOException e) {
      throw new LedgerException("No temporary directory, or no free port, on this machine.", e);
    }
  }

  Connector connector() {
    return Connector.builder()
        .provider(SageProvider.factory())
        .clock(clock)
        .browser(this::allow)
        .build();
  }

  ConnectionProperties properties() {
    return ConnectionProperties.builder()
        .set("ConnectionName", "demo")
        .set("Provider", "Sage")
        .set("Region", "UK")
        .set("Endpoint", simulator.baseUri().toString())
        .set("OAuthClientId", simulator.clientId())
        .set(ConnectionProperty.OAUTH_CLIENT_SECRET, simulator.clientSecret())
        .set("InitiateOAuth", "GETANDREFRESH")
        .set("OAuthSettingsLocation", settings.toString())
        .set("CallbackURL", callback.toString())
        .build();
  }

  /** What a browser does: shows the page, is allowed, and follows the redirect. */
  private void allow(URI consentUrl) {
    Request redirect = new Request.Builder().url(simulator.approve(consentUrl).toString()).build();
    OkHttpClient browser = new OkHttpClient();
    try (Response page = browser.newCall(redirect).execute()) {
      if (!page.isSuccessful()) {
        throw new LedgerException("The callback was not taken: " + page.code() + ".", null);
      }
    } catch (IOException e) {
      throw new LedgerException("The callback did not arrive.", e);
    } finally {
      browser.dispatcher().executorService().shutdown();
      browser.connectionPool().evictAll();
    }
  }

  /** It lives five minutes. */
  void letTheAccessTokenDie() {
    clock.advance(Duration.ofMinutes(6));
  }

  String seen() {
    Seen seen = simulator.seen();
    return "So far the simulator saw %d exchange, %d refresh, %d API calls, %d refresh tokens spent twice."
        .formatted(
            seen.tokenExchanges(), seen.refreshesAccepted(), seen.apiCalls(), seen.reuseDetected());
  }

  @Override
  public void close() {
    simulator.close();
    try (Stream<Path> files = Files.walk(settings)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new LedgerException("The temporary directory of the settings was not removed.", e);
    }
  }
}
