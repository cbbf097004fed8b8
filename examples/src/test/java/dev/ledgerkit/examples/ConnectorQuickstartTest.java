package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of docs/connector.md. */
class ConnectorQuickstartTest {
  @TempDir Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void run_unconfigured_exchangesOnceAndRefreshesOnce() {
    try (LogCapture log = LogCapture.open()) {
      assertThat(run()).isEqualTo(ConnectorQuickstart.DONE);

      assertThat(text(err)).isEmpty();
      assertThat(text(out))
          .containsSubsequence(
              "OAuthClientSecret=***",
              "First connection",
              "Sage Simulated Books Ltd (UK)",
              "connection available",
              "1 exchange, 0 refresh",
              "Second connection",
              "connection available",
              "1 exchange, 0 refresh",
              "After the token died",
              "connection available",
              "1 exchange, 1 refresh",
              "0 refresh tokens spent twice");
      assertThat(log.text() + text(out)).doesNotContain("sim-at-", "sim-rt-", "sim-secret-");
    }
  }

  @Test
  void run_propertiesFile_connectsWithWhatItSays() throws IOException {
    try (SageSimulator simulator = SageSimulator.start()) {
      Properties properties = new Properties();
      properties.setProperty("Provider", "Sage");
      properties.setProperty("Endpoint", simulator.baseUri().toString());
      properties.setProperty("OAuthAccessToken", "sim-at-nobody-gave-it");
      Path file = home.resolve("connection.properties");
      try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        properties.store(writer, null);
      }

      assertThat(run(file.toString())).isEqualTo(ConnectorQuickstart.STOPPED);
      assertThat(text(err)).contains("access token is refused").hasLineCount(1);
    }
  }

  @Test
  void run_badlyConfigured_saysSoInOneLine() {
    assertThat(run("Provder=Sage;OAuthAccessToken=sim-at-x"))
        .isEqualTo(ConnectorQuickstart.MISCONFIGURED);
    assertThat(text(err)).contains("the nearest is Provider").doesNotContain("sim-at-");
    assertThat(run(home.resolve("none.properties").toString()))
        .isEqualTo(ConnectorQuickstart.MISCONFIGURED);
    assertThat(text(err)).contains("cannot be read").hasLineCount(2);
  }

  private int run(String... args) {
    return ConnectorQuickstart.run(args, stream(out), stream(err));
  }

  private static PrintStream stream(ByteArrayOutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream written) {
    return written.toString(StandardCharsets.UTF_8);
  }
}
