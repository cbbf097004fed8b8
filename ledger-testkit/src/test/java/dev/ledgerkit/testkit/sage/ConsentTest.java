package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private SageSimulator sage;
  private Client client;

  @BeforeEach
  void start() {
    sage =
        SageSimulator.builder()
            .business("b1", "Acme <Ltd>", "GB")
            .business("b2", "Other", "IE")
            .start();
    client = new Client(sage);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  @Test
  void approve_validRequest_callbackHasEncodedSlashCountryAndState() {
    URI callback = sage.approve(client.consentUrl(Map.of()));

    assertThat(callback.getRawQuery())
        .startsWith("code=GB%2Fsim-code-")
        .contains("&country=GB&state=");
    assertThat(Client.queryOf(callback)).containsEntry("state", Client.STATE);
  }

  @Test
  void page_openedInBrowser_showsBusinessesEscaped() throws IOException {
    Client.Answer page =
        client.call(new Request.Builder().url(client.consentUrl(Map.of()).toString()).build());

    assertThat(page.text())
        .contains("Acme &lt;Ltd&gt; (GB)")
        .contains("value=\"b2\"")
        .contains("Deny");
  }

  @Test
  void approve_oneBusiness_reachesOnlyThatOne() throws IOException {
    client.adopt(client.exchange(client.codeOf(sage.approve(client.consentUrl(Map.of()), "b2"))));

    assertThat(client.get("/businesses").json().at("/$items").size()).isEqualTo(1);
    assertThat(client.get("/businesses/b1").status()).isEqualTo(404);
  }

  @Test
  void deny_always_isAccessDeniedWithState() {
    assertThat(Client.queryOf(sage.deny(client.consentUrl(Map.of()))))
        .containsEntry("error", "access_denied")
        .containsEntry("state", Client.STATE);
  }

  @Test
  void failOddly_always_hasReasonAndNoState() {
    URI callback = sage.failOddly(client.consentUrl(Map.of()));

    assertThat(callback.getRawQuery())
        .isEqualTo("error=Invalid+request&reason=Email+already+in+use");
  }

  @Test
  void approve_countryOfAnotherBusiness_failsOddly() {
    assertThat(sage.approve(client.consentUrl(Map.of("country", "ca"))).getRawQuery())
        .contains("reason=");
  }

  @Test
  void approve_countryOfTheSecondBusiness_isTheCountryOfTheCode() {
    assertThat(sage.approve(client.consentUrl(Map.of("country", "ie"))).getRawQuery())
        .startsWith("code=IE%2Fsim-code-")
        .contains("&country=IE&");
  }

  @Test
  void approve_wrongParameters_areNamedInTheCallback() {
    assertThat(error(Map.of("scope", "everything"))).isEqualTo("invalid_scope");
    assertThat(error(Map.of("response_type", "token"))).isEqualTo("unsupported_response_type");
    assertThat(error(Map.of("filter", "apiv3"))).isEqualTo("invalid_request");
    assertThat(error(Map.of("country", "zz"))).isEqualTo("invalid_request");
    assertThat(error(Map.of("code_challenge", "short"))).isEqualTo("invalid_request");
    assertThat(error(Map.of("code_challenge", "x".repeat(43), "code_challenge_method", "S512")))
        .isEqualTo("invalid_request");
  }

  private String error(Map<String, String> changes) {
    return Client.queryOf(sage.approve(client.consentUrl(changes))).getOrDefault("error", "");
  }

  @Test
  void approve_unknownClientOrForeignCallback_neverRedirects() {
    assertThatThrownBy(() -> sage.approve(client.consentUrl(Map.of("client_id", "other"))))
        .hasMessageContaining("client_id");
    assertThatThrownBy(
            () -> sage.approve(client.consentUrl(Map.of("redirect_uri", "https://evil.example/"))))
        .hasMessageContaining("redirect_uri https://evil.example/ is not registered")
        .hasMessageContaining("http://localhost:8484/callback");
  }

  @Test
  void approve_registeredCallbacks_areComparedExactly() {
    try (SageSimulator strict =
        SageSimulator.builder().redirectUri("https://app.example.com/cb").start()) {
      Client other = new Client(strict);
      URI good = other.consentUrl(Map.of("redirect_uri", "https://app.example.com/cb"));
      URI bad = other.consentUrl(Map.of("redirect_uri", "https://app.example.com/CB"));

      assertThat(strict.approve(good).getHost()).isEqualTo("app.example.com");
      assertThatThrownBy(() -> strict.approve(bad))
          .hasMessageContaining("registered are [https://app.example.com/cb]");
    }
  }
}
