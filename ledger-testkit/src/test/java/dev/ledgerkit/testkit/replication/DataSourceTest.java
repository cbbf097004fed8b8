package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.replication.DataSource;
import dev.ledgerkit.replication.DataSourceConfig;
import dev.ledgerkit.replication.DataSourceConfigException;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A data source as a person configures it, and every way in which that goes wrong. */
class DataSourceTest {
  private static final List<ProviderFactory<? extends StreamingProvider>> PROVIDERS =
      List.of(SageProvider.factory(), FreeAgentProvider.factory());

  @TempDir Path directory;

  private final VirtualClock clock = new VirtualClock();

  private DataSourceConfig.Builder config(Merchant merchant) {
    return DataSourceConfig.builder(merchant.source().provider().name())
        .clock(clock)
        .accountId(Objects.requireNonNull(merchant.source().binding().business()).id())
        .clientId("sim-client")
        .clientSecret(Secret.of("sim-secret-unused"))
        .endpoint(merchant.endpoint().toString())
        .accessToken(
            merchant.ledger().tokens().loadFresh(merchant.source().binding().id()).accessToken())
        .startDate("2025-06-01")
        .customerData(true);
  }

  private DataSource open(DataSourceConfig config) {
    return DataSource.open(config, clock, PROVIDERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sage", "FreeAgent"})
  void configuredSource_isVerified_andCopiesWhatIsSelected(String provider) {
    try (Merchant merchant = Merchant.of(provider, 1_000, clock);
        DataSource source = open(config(merchant).build());
        Sink sink = JsonLinesSink.in(directory)) {
      ConnectionTest test = source.testConnection();

      assertThat(test.answer()).as(test.cause()).isEqualTo("connection available");
      RunReport report = source.replication().build().run(sink);
      Replicas.assertComplete(report);
      assertThat(report.streams()).extracting(one -> one.shape().name()).contains("contacts");
      assertThat(directory.resolve("contacts.jsonl")).exists();
      assertThat(directory.resolve("bank_accounts.jsonl")).doesNotExist();
    }
  }

  @Test
  void propertiesForm_readsEverySetting_andPrintsNoSecret() {
    Properties properties = new Properties();
    properties.setProperty("provider", "Sage");
    properties.setProperty("accountId", "realm");
    properties.setProperty("clientId", "id");
    properties.setProperty("clientSecret", "sim-secret-1");
    properties.setProperty("endpoint", "https://api.sage.com");
    properties.setProperty("accessToken", "sim-at-1");
    properties.setProperty("startDate", "2026-01-01");
    properties.setProperty("endDate", "");
    properties.setProperty("financialData", "true");

    DataSourceConfig config = DataSourceConfig.of(properties);

    assertThat(config.accessToken().reveal()).isEqualTo("sim-at-1");
    assertThat(config.selection().end()).isNull();
    assertThat(config.toString()).contains("realm").doesNotContain("sim-");
  }

  @Test
  void badSettings_areAllNamedAtOnce() {
    Properties properties = new Properties();
    properties.setProperty("provider", "Sage");
    properties.setProperty("clientSecret", "sim-secret-1");
    properties.setProperty("endpoint", "api.sage.com");
    properties.setProperty("startDate", "01/02/2026");
    properties.setProperty("endDate", "2026-02-30");
    properties.setProperty("financialData", "yes");
    properties.setProperty("colour", "red");

    assertThatThrownBy(() -> DataSourceConfig.of(properties))
        .isInstanceOfSatisfying(
            DataSourceConfigException.class,
            refused ->
                assertThat(refused.problems().stream().map(Problem::field).distinct())
                    .containsExactlyInAnyOrder(
                        "colour",
                        "accountId",
                        "clientId",
                        "accessToken",
                        "endpoint",
                        "startDate",
                        "endDate",
                        "financialData"))
        .hasMessageContaining("'01/02/2026'")
        .hasMessageContaining("YYYY-MM-DD")
        .hasMessageNotContaining("sim-");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02,2026-01-01,endDate,is before the start date",
    "2026-01-06,,startDate,is yet to come",
    "2026-1-1,,startDate,YYYY-MM-DD",
    "'',,startDate,required"
  })
  void dates_thatMakeNoSense_areRefused(
      String start, String end, String field, String explanation) {
    DataSourceConfig.Builder builder =
        DataSourceConfig.builder("Sage")
            .clock(clock)
            .accountId("a")
            .clientId("c")
            .clientSecret(Secret.of("sim-secret-1"))
            .accessToken(Secret.of("sim-at-1"))
            .endpoint("https://api.sage.com")
            .financialData(true)
            .startDate(start)
            .endDate(end == null ? "" : end);

    assertThatThrownBy(builder::build)
        .isInstanceOfSatisfying(
            DataSourceConfigException.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .extracting(Problem::field)
                    .isEqualTo(field))
        .hasMessageContaining(explanation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "api.sage.com",
        "ftp://api.sage.com",
        "http://api.sage.com",
        "https://",
        "https://u:p@api.sage.com",
        "not a url"
      })
  void endpoint_thatIsNoUrlOfAProvider_isRefused(String endpoint) {
    try (Merchant merchant = Merchant.of("Sage", 500, clock)) {
      assertThatThrownBy(() -> config(merchant).endpoint(endpoint).build())
          .isInstanceOf(DataSourceConfigException.class)
          .hasMessageContaining("endpoint");
    }
  }

  @Test
  void passwordInAnEndpoint_isNotRepeated() {
    try (Merchant merchant = Merchant.of("Sage", 500, clock)) {
      assertThatThrownBy(
              () -> config(merchant).endpoint("https://me:sim-secret-2@api.sage.com").build())
          .isInstanceOf(DataSourceConfigException.class)
          .hasMessageNotContaining("sim-");
    }
  }

  @Test
  void nothingSelected_isRefused() {
    try (Merchant merchant = Merchant.of("Sage", 500, clock)) {
      assertThatThrownBy(() -> config(merchant).customerData(false).build())
          .isInstanceOf(DataSourceConfigException.class)
          .hasMessageContaining("no stream is selected");
    }
  }

  @Test
  void unknownProvider_isRefused_withThoseThereAre() {
    DataSourceConfig config =
        DataSourceConfig.builder("Xero")
            .clock(clock)
            .accountId("a")
            .clientId("c")
            .clientSecret(Secret.of("sim-secret-1"))
            .accessToken(Secret.of("sim-at-1"))
            .endpoint("https://api.example.com")
            .financialData(true)
            .startDate("2026-01-01")
            .build();

    assertThatThrownBy(() -> open(config))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("Xero")
        .hasMessageContaining("Sage, FreeAgent");
  }

  @Test
  void wrongToken_isUnavailable_withItsCause() {
    try (Merchant merchant = Merchant.of("Sage", 500, clock);
        DataSource source = open(config(merchant).accessToken(Secret.of("sim-at-wrong")).build())) {
      ConnectionTest test = source.testConnection();

      assertThat(test.answer()).isEqualTo("Connection unavailable");
      assertThat(test.cause()).isNotBlank().doesNotContain("sim-at-wrong");
      assertThat(test.remedy()).isNotBlank();
    }
  }

  @Test
  void accountThatIsNotReached_isUnavailable_andNamed() {
    try (Merchant merchant = Merchant.of("Sage", 500, clock);
        DataSource source = open(config(merchant).accountId("another").build())) {
      ConnectionTest test = source.testConnection();

      assertThat(test.answer()).isEqualTo("Connection unavailable");
      assertThat(test.cause()).contains("'another'");
      assertThatThrownBy(source::source).isInstanceOf(ConfigurationException.class);
    }
  }

  /** A name picks a business only where it is one's own. */
  @Test
  void nameOfTwoBusinesses_picksNone() {
    try (Merchant merchant =
            Merchant.sage(
                clock,
                books -> books.business("b1", "Acme Ltd", "GB").business("b2", "Acme Ltd", "GB"));
        DataSource source = open(config(merchant).accountId("Acme Ltd").build())) {
      assertThat(source.testConnection().cause()).contains("the name of several");
    }
  }

  @Test
  void endpointAnsweringHtml_isUnavailable_andNamed() throws IOException {
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    byte[] page = "<!doctype html><title>Welcome</title>".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try (Merchant merchant = Merchant.of("Sage", 500, clock);
        DataSource source =
            open(
                config(merchant)
                    .endpoint("http://127.0.0.1:" + server.getAddress().getPort())
                    .build())) {
      ConnectionTest test = source.testConnection();

      assertThat(test.answer()).isEqualTo("Connection unavailable");
      assertThat(test.cause()).contains("text/html");
      assertThat(test.remedy()).contains("endpoint");
    } finally {
      server.stop(0);
    }
  }
}
