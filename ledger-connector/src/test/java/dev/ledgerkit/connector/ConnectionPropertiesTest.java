package dev.ledgerkit.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form, a file or a connection string may hold, and what is said of what it may not. */
class ConnectionPropertiesTest {
  private static final String HUSH = "sim-secret-hush";

  @Test
  void parse_wholeString_isReadByName() {
    ConnectionProperties properties =
        ConnectionProperties.parse(
            "connection name=books; PROVIDER=Sage;region = IE;OAuthClientId=me;"
                + "oauth_client_secret=\"a;\"\"b\"\"=c\";InitiateOAuth=getAndRefresh;"
                + "OAuthSettingsLocation=saved;OAuth-Timeout=20;Timeout=5;Business=;");

    assertThat(properties.connectionName()).isEqualTo("books");
    assertThat(properties.provider()).isEqualTo("Sage");
    assertThat(properties.region()).isEqualTo("IE");
    assertThat(properties.oauthClientSecret()).isEqualTo(Secret.of("a;\"b\"=c"));
    assertThat(properties.initiateOAuth()).isEqualTo(InitiateOAuth.GETANDREFRESH);
    assertThat(properties.oauthSettingsLocation()).isEqualTo(Path.of("saved"));
    assertThat(properties.oauthTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(properties.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.business()).isEmpty();
    assertThat(properties.callbackUrl()).isEqualTo(URI.create("http://localhost:8484/callback"));
    assertThat(properties.ssl()).isTrue();
    assertThat(properties.toString()).contains("OAuthClientSecret=***").doesNotContain("a;");
  }

  @Test
  void of_properties_takesTheirDefaultsAsWell() {
    Properties defaults = new Properties();
    defaults.setProperty("Provider", "FreeAgent");
    Properties given = new Properties(defaults);
    given.setProperty("OAuthAccessToken", "sim-at-given");

    ConnectionProperties properties = ConnectionProperties.of(given);

    assertThat(properties.provider()).isEqualTo("FreeAgent");
    assertThat(properties.initiateOAuth()).isEqualTo(InitiateOAuth.OFF);
    assertThat(properties.toString()).doesNotContain("sim-at-");
  }

  @Test
  void additionalProperties_areProperties() {
    Map<String, String> form = form();
    form.put("AdditionalProperties", "Timeout=7;OAuthScope=readonly;Tiemout=8;Provider=Other");

    assertThat(problems(form))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("Tiemout", "Provider");
    form.put("AdditionalProperties", "Timeout=7;OAuthScope=readonly");
    assertThat(ConnectionProperties.of(form).timeout()).isEqualTo(Duration.ofSeconds(7));
    form.put("AdditionalProperties", "sim-secret-without-sign");
    assertThat(problems(form).toString()).contains("has no '='").doesNotContain("sim-secret");
  }

  @Test
  void builder_takesSecretsAsSuch() {
    ConnectionProperties properties =
        ConnectionProperties.builder()
            .set(ConnectionProperty.PROVIDER, "Sage")
            .set(ConnectionProperty.OAUTH_ACCESS_TOKEN, Secret.of("sim-at-given"))
            .build();

    assertThat(properties.oauthAccessToken()).isEqualTo(Secret.of("sim-at-given"));
    assertThatThrownBy(
            () ->
                ConnectionProperties.builder()
                    .set(ConnectionProperty.PROVIDER, Secret.of("sim-at-given")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everythingWrong_isSaidAtOnce_withoutASecret() {
    Map<String, String> form = new HashMap<>();
    form.put("OAuthClientld", "me"); // an l for an I
    form.put("OAuthClientSecret", HUSH);
    form.put("oauth client secret", HUSH);
    form.put("InitiateOAuth", "GETANDREFRSH");
    form.put("Endpoint", "no URL");
    form.put("SSL", "maybe");
    form.put("OAuthTimeout", "forever");
    form.put("KeyStorePassword", HUSH);
    form.put("KeyStoreType", "PEM");

    PropertiesRefusedException refused =
        catchThrowableOfType(PropertiesRefusedException.class, () -> ConnectionProperties.of(form));

    assertThat(refused.problems())
        .extracting(Problem::field)
        .contains(
            "OAuthClientld",
            "OAuthClientSecret",
            "InitiateOAuth",
            "Endpoint",
            "SSL",
            "OAuthTimeout",
            "KeyStorePassword",
            "KeyStoreType",
            "Provider");
    assertThat(refused)
        .hasMessageContaining(
            "OAuthClientld: there is no such property; the nearest is OAuthClientId")
        .hasMessageContaining(
            "there are OFF, REFRESH, GETANDREFRESH, and the nearest is GETANDREFRESH")
        .hasMessageContaining("given twice")
        .hasMessageContaining("there are JKS, PKCS12")
        .hasMessageNotContaining(HUSH);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "Provider, ' ', Provider, missing or blank",
        "OAuthClientId, -, OAuthClientId, missing or blank",
        "OAuthClientSecret, -, OAuthClientSecret, missing or blank",
        "OAuthSettingsLocation, -, OAuthSettingsLocation, name a directory",
        "InitiateOAuth, OFF, OAuthAccessToken, GETANDREFRESH",
        "Endpoint, ftp://host.example.com, Endpoint, not the URL of a host",
        "Endpoint, https://me:hush@host.example.com, Endpoint, not the URL of a host",
        "Endpoint, https://host.example.com?a=b, Endpoint, not the URL of a host",
        "Endpoint, http://host.example.com, Endpoint, this machine only",
        "CallbackURL, http://host.example.com/callback, CallbackURL, on this machine",
        "CallbackURL, localhost:8484, CallbackURL, not the URL of a host",
        "SSL, false, SSL, speak TLS only",
        "OAuthTimeout, 601, OAuthTimeout, 1 to 600",
        "Timeout, 0, Timeout, 1 to 3600",
      })
  void badValue_isNamedWithTheRemedy(String name, String value, String field, String remedy) {
    Map<String, String> form = form();
    form.put(name, value);
    form.values().removeIf(Objects::isNull);

    List<Problem> problems = problems(form);

    assertThat(problems).singleElement().extracting(Problem::field).isEqualTo(field);
    assertThat(problems.get(0).message()).contains(remedy).doesNotContain("hush");
  }

  @Test
  void ssl_followsTheEndpoint_andContradictsItNever() {
    Map<String, String> form = form();
    form.put("Endpoint", "http://127.0.0.1:8080");
    assertThat(ConnectionProperties.of(form).ssl()).isFalse();
    form.put("SSL", "False");
    assertThat(ConnectionProperties.of(form).ssl()).isFalse();
    form.put("SSL", "true");
    assertThat(problems(form)).singleElement().extracting(Problem::field).isEqualTo("SSL");
    form.put("Endpoint", "https://127.0.0.1:8080");
    assertThat(ConnectionProperties.of(form).ssl()).isTrue();
    form.put("SSL", "no");
    assertThat(problems(form)).singleElement().extracting(Problem::field).isEqualTo("SSL");
  }

  @Test
  void keyStore_withoutTls_isRefused() {
    Map<String, String> form = form();
    form.put("Endpoint", "http://127.0.0.1:8080");
    form.put("KeyStore", "store.p12");

    assertThat(problems(form)).singleElement().extracting(Problem::field).isEqualTo("KeyStore");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Provider", "Provider=Sage;=x", "Provider=\"Sage", "Provider=\"Sage\"x"})
  void parse_anotherForm_isRefusedByPlaceAlone(String text) {
    assertThatThrownBy(() -> ConnectionProperties.parse(text))
        .isInstanceOf(dev.ledgerkit.core.ConfigurationException.class)
        .hasMessageContaining("at character")
        .hasMessageNotContaining("Sage");
  }

  private static List<Problem> problems(Map<String, String> form) {
    return catchThrowableOfType(
            PropertiesRefusedException.class, () -> ConnectionProperties.of(form))
        .problems();
  }

  private static Map<String, String> form() {
    Map<String, String> form = new HashMap<>();
    form.put("Provider", "Sage");
    form.put("OAuthClientId", "me");
    form.put("OAuthClientSecret", HUSH);
    form.put("InitiateOAuth", "GETANDREFRESH");
    form.put("OAuthSettingsLocation", "saved");
    return form;
  }
}
