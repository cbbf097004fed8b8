package dev.ledgerkit.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/** The properties file that an owner of simulated books would fill in. */
final class Settings {
  private final Properties properties = new Properties();

  private Settings() {}

  /** Everything, from long ago on, with a token that works now. */
  static Settings of(SimulatedAccount account) {
    var source = account.source();
    return new Settings()
        .with("provider", source.provider().name())
        .with("accountId", Objects.requireNonNull(source.binding().business()).id())
        .with("clientId", "sim-client")
        .with("clientSecret", "sim-secret-of-nobody")
        .with("endpoint", account.endpoint().toString())
        .with(
            "accessToken",
            account.ledger().tokens().loadFresh(source.binding().id()).accessToken().reveal())
        .with("startDate", "2020-01-01")
        .with("financialData", "true")
        .with("inventoryData", "true")
        .with("customerData", "true")
        .with("includeHistoricalData", "true");
  }

  Settings with(String name, String value) {
    properties.setProperty(name, value);
    return this;
  }

  Settings without(String name) {
    properties.remove(name);
    return this;
  }

  Path write(Path file) {
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
