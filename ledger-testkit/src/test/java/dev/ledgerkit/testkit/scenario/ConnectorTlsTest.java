package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.connector.Connection;
import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.PropertiesRefusedException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.connect.ConnectionReport.Check;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider behind a private authority that asks every client for a certificate. */
class ConnectorTlsTest {
  @TempDir Path home;

  private final Certificates certificates = new Certificates();
  private final SageSimulator simulator =
      SageSimulator.builder().tls(certificates.ofServer()).requireClientCertificate(true).start();
  private final Desk desk = new Desk(simulator);

  @AfterEach
  void close() {
    simulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JKS", "PKCS12"})
  void keyStore_withCertificateAndAuthority_connects(String type) {
    Path store = certificates.both(home.resolve("store"), type);
    Map<String, String> form = withStore(store);
    form.put("SSL", "true");

    try (Connection connection = desk.connector(LedgerClock.system()).open(properties(form))) {
      assertThat(ConnectorTest.count(connection)).isPositive();
      ConnectionTest test = connection.test();
      assertThat(test.message()).isEqualTo("connection available");
      assertThat(test.report().orElseThrow().step(Check.TLS).detail()).contains("TLS");
    }
    form.put("KeyStoreType", type.toLowerCase(java.util.Locale.ROOT));
    assertThat(test(form).available()).isTrue();
  }

  @Test
  void noKeyStore_isUnavailableBecauseOfTheAuthority() {
    ConnectionTest test = test(desk.form(home));

    assertThat(test.answer()).isEqualTo("Connection unavailable");
    assertThat(test.cause()).contains("127.0.0.1", "no authority this host trusts");
    assertThat(test.remedy()).contains("certificates");
    assertThat(test.report().orElseThrow().failure().orElseThrow().check()).isEqualTo(Check.TLS);
    assertThat(desk.asked).hasValue(0);
  }

  /** The refusal comes after the handshake, while a request may be on its way: hence many times. */
  @RepeatedTest(10)
  void keyStore_withoutCertificate_isUnavailableAtTheHandshake() {
    ConnectionTest test = test(withStore(certificates.authorityOnly(home.resolve("ca"), "PKCS12")));

    assertThat(test.answer()).isEqualTo("Connection unavailable");
    assertThat(test.cause()).contains("127.0.0.1", "client certificate");
    assertThat(test.report().orElseThrow().failure().orElseThrow().check()).isEqualTo(Check.TLS);
  }

  @Test
  void keyStore_ofAnotherAuthority_doesNotOpenTheDoor() {
    Path store = new Certificates().both(home.resolve("other"), "PKCS12");

    assertThat(test(withStore(store)).cause()).contains("no authority this host trusts");
  }

  @Test
  void keyStore_wrongPassword_isNamedWithoutThePassword() {
    for (String type : new String[] {"JKS", "PKCS12"}) {
      Map<String, String> form = withStore(certificates.both(home.resolve(type), type));
      form.put("KeyStorePassword", "sim-secret-guess");
      assertRefused(form, "KeyStore: KeyStorePassword does not open");

      form.remove("KeyStorePassword");
      assertRefused(form, "KeyStorePassword");
    }
  }

  @Test
  void keyStore_expired_isNamedWithTheDay() {
    Instant now = Instant.parse("2026-01-05T09:00:00Z");
    HeldCertificate old =
        certificates.client(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
    Path store = Certificates.write(home.resolve("old"), "PKCS12", old, certificates.authority);

    assertThatThrownBy(
            () -> desk.connector(new VirtualClock(now)).open(properties(withStore(store))))
        .isInstanceOf(PropertiesRefusedException.class)
        .hasMessageContaining("KeyStore")
        .hasMessageContaining("expired at 2026-01-04")
        .hasMessageContaining("renew it");
  }

  @Test
  void keyStore_thatIsNone_isNamed() throws IOException {
    assertRefused(withStore(home.resolve("missing")), "there is no file");
    assertRefused(
        withStore(Files.writeString(home.resolve("text"), "no store")), "no PKCS12 key store");
    assertRefused(
        withStore(Certificates.write(home.resolve("empty"), "PKCS12", null, null)),
        "holds no key and no trusted certificate");
    assertRefused(withStore(Files.createDirectory(home.resolve("directory"))), "cannot be read");
  }

  /** All of it at once: the key store, the provider, the place of the settings. */
  @Test
  void whatCannotBeUsed_isNamedTogether() throws IOException {
    Map<String, String> form = withStore(home.resolve("missing"));
    form.put("Region", "Mars");
    assertRefused(form, "Mars");
    assertRefused(form, "there is no file");

    form.remove("Region");
    form.put("OAuthSettingsLocation", Files.writeString(home.resolve("file"), "x").toString());
    assertRefused(form, "OAuthSettingsLocation");
    assertRefused(form, "there is no file");
    assertThat(simulator.seen().calls()).isEmpty();
  }

  private void assertRefused(Map<String, String> form, String why) {
    assertThatThrownBy(() -> desk.connector(LedgerClock.system()).open(properties(form)))
        .isInstanceOf(PropertiesRefusedException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("sim-secret-");
    assertThat(test(form).message()).startsWith("Connection unavailable: ").contains(why);
  }

  private ConnectionTest test(Map<String, String> form) {
    return desk.connector(LedgerClock.system()).test(properties(form));
  }

  private Map<String, String> withStore(Path store) {
    Map<String, String> form = desk.form(home.resolve("settings"));
    form.put("KeyStore", store.toString());
    form.put("KeyStorePassword", Certificates.PASSWORD);
    return form;
  }

  private static ConnectionProperties properties(Map<String, String> form) {
    return ConnectionProperties.of(ConnectorTest.getAndRefresh(new HashMap<>(form)));
  }
}
