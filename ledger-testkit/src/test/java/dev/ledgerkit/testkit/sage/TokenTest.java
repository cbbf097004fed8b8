package dev.ledgerkit.testkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private final VirtualClock clock = new VirtualClock();
  private SageSimulator sage;
  private Client client;

  @BeforeEach
  void start() {
    sage = SageSimulator.builder().clock(clock).start();
    client = new Client(sage);
  }

  @AfterEach
  void stop() {
    sage.close();
  }

  private String code(Map<String, String> changes) {
    return client.codeOf(sage.approve(client.consentUrl(changes)));
  }

  @Test
  void exchange_freshCode_givesPairWithLifetimes() throws IOException {
    Client.Answer tokens = client.exchange(code(Map.of()));

    assertThat(tokens.status()).isEqualTo(200);
    assertThat(tokens.at("/access_token")).startsWith("sim-at-");
    assertThat(tokens.at("/refresh_token")).startsWith("sim-rt-");
    assertThat(tokens.json().path("expires_in").asInt()).isEqualTo(300);
    assertThat(tokens.json().path("refresh_token_expires_in").asInt()).isEqualTo(2_678_400);
    assertThat(tokens.at("/scope") + tokens.at("/token_type")).isEqualTo("full_accessbearer");
    assertThat(tokens.at("/requested_by_id")).hasSize(36);
    assertThat(tokens.headers().get("Date")).isEqualTo("Mon, 05 Jan 2026 09:00:00 GMT");
    assertThat(sage.seen().tokenExchanges()).isEqualTo(1);
  }

  @Test
  void exchange_codeUsedTwice_isInvalidGrant() throws IOException {
    String code = code(Map.of());
    client.exchange(code);

    Client.Answer second = client.exchange(code);

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.text()).isEqualTo("{\"error\":\"invalid_grant\"}");
  }

  @Test
  void exchange_afterSixtySeconds_isInvalidGrant() throws IOException {
    String early = code(Map.of());
    clock.advance(Duration.ofSeconds(59));
    assertThat(client.exchange(early).status()).isEqualTo(200);

    String late = code(Map.of());
    clock.advance(Duration.ofSeconds(60));
    assertThat(client.exchange(late).at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void exchange_otherRedirectUri_isInvalidGrant() throws IOException {
    Client.Answer answer =
        client.token(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(Map.of()),
                "redirect_uri",
                Client.CALLBACK + "/"));

    assertThat(answer.at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void exchange_wrongOrMissingVerifier_isInvalidGrant() throws Exception {
    String verifier = "v".repeat(43);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    Map<String, String> pkce = Map.of("code_challenge", challenge, "code_challenge_method", "S256");

    assertThat(client.exchange(code(pkce)).at("/error")).isEqualTo("invalid_grant");
    assertThat(withVerifier(code(pkce), "w".repeat(43)).at("/error")).isEqualTo("invalid_grant");
    assertThat(withVerifier(code(pkce), verifier).status()).isEqualTo(200);
    assertThat(withVerifier(code(Map.of("code_challenge", verifier)), verifier).status())
        .isEqualTo(200);
  }

  private Client.Answer withVerifier(String code, String verifier) throws IOException {
    return client.token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            Client.CALLBACK,
            "code_verifier",
            verifier));
  }

  @Test
  void token_wrongSecretOrGrantType_isRefusedWith400() throws IOException {
    assertThat(
            client
                .token(Map.of("client_secret", "wrong", "grant_type", "refresh_token"))
                .at("/error"))
        .isEqualTo("invalid_client");
    assertThat(client.token(Map.of("grant_type", "password")).at("/error"))
        .isEqualTo("invalid_grant");
    assertThat(client.token(Map.of()).at("/error")).isEqualTo("invalid_request");
    assertThat(client.token(Map.of("grant_type", "refresh_token")).at("/error"))
        .isEqualTo("invalid_request");
  }

  @Test
  void token_basicHeader_isTakenOnlyWhenSwitchedOn() throws IOException {
    assertThat(basic(sage)).isEqualTo("invalid_client");
    try (SageSimulator lenient = SageSimulator.builder().acceptBasicAuthentication(true).start()) {
      assertThat(basic(lenient)).isEqualTo("invalid_grant");
    }
  }

  private String basic(SageSimulator at) throws IOException {
    FormBody form =
        new FormBody.Builder().add("grant_type", "refresh_token").add("refresh_token", "x").build();
    return client
        .call(
            new Request.Builder()
                .url(at.tokenUri().toString())
                .header(
                    "Authorization", Credentials.basic(at.clientId(), at.clientSecret().reveal()))
                .post(form)
                .build())
        .at("/error");
  }

  @Test
  void exchange_realisticLength_givesTokensOfAbout1300Characters() throws IOException {
    try (SageSimulator lengthy = SageSimulator.builder().realisticTokenLength(true).start()) {
      assertThat(Client.connected(lengthy).access).hasSizeBetween(1250, 1350);
    }
  }

  @Test
  void call_afterAccessTokenLifetime_is401AndRefreshHelps() throws IOException {
    client = Client.connected(sage);
    clock.advance(Duration.ofSeconds(299));
    assertThat(client.get("/tax_rates").status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThat(client.get("/tax_rates").status()).isEqualTo(401);

    client.adopt(client.refresh());

    assertThat(client.get("/tax_rates").status()).isEqualTo(200);
    assertThat(sage.seen().unauthorized()).isEqualTo(1);
  }

  @Test
  void call_readonlyScope_writesAre403() throws IOException {
    client.adopt(client.exchange(code(Map.of("scope", "readonly"))));

    assertThat(client.get("/contacts").status()).isEqualTo(200);
    assertThat(client.post("/contacts", "{}").at("/0/$dataCode"))
        .isEqualTo("MultiUserAccessDenied");
  }
}
