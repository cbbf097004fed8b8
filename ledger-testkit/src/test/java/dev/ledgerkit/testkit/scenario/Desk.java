package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.connector.Connector;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A person at a desk with a browser, and a tool that is configured by properties. */
final class Desk {
  private static final List<String> SECRETS =
      List.of("sim-at-", "sim-rt-", "sim-code-", "sim-secret-");

  final AtomicInteger asked = new AtomicInteger();
  final URI callback = free();
  private final SageSimulator simulator;
  private final UnaryOperator<URI> person;

  Desk(SageSimulator simulator) {
    this(simulator, simulator::approve);
  }

  /** A person who answers otherwise. */
  Desk(SageSimulator simulator, UnaryOperator<URI> person) {
    this.simulator = simulator;
    this.person = person;
  }

  Connector connector(LedgerClock clock) {
    return builder(clock).browser(this::browse).build();
  }

  static Connector.Builder builder(LedgerClock clock) {
    return Connector.builder()
        .provider(SageProvider.factory())
        .provider(FreeAgentProvider.factory())
        .clock(clock);
  }

  /** What a form holds, all but how far to go for a token. */
  Map<String, String> form(Path settings) {
    Map<String, String> form = new HashMap<>();
    form.put("Provider", "Sage");
    form.put("Endpoint", simulator.baseUri().toString());
    form.put("OAuthClientId", simulator.clientId());
    form.put("OAuthClientSecret", simulator.clientSecret().reveal());
    form.put("OAuthSettingsLocation", settings.toString());
    form.put("CallbackURL", callback.toString());
    form.put("OAuthTimeout", "10");
    return form;
  }

  void browse(URI consentUrl) {
    asked.incrementAndGet();
    visit(person.apply(consentUrl));
  }

  /** What the browser does with a redirect. */
  static int visit(URI url) {
    try (Response page =
        new OkHttpClient().newCall(new Request.Builder().url(url.toString()).build()).execute()) {
      return page.code();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static URI free() {
    try (ServerSocket free = new ServerSocket(0)) {
      return URI.create("http://localhost:" + free.getLocalPort() + "/callback");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files below a directory that hold a secret, or the client's own, in clear. */
  List<Path> leaks(Path directory) throws IOException {
    List<String> secrets = new ArrayList<>(SECRETS);
    secrets.add(simulator.clientSecret().reveal());
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> secrets.stream().anyMatch(secret -> holds(file, secret)))
          .toList();
    }
  }

  private static boolean holds(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
