package dev.ledgerkit.core.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes to a token endpoint, and what is made of what comes back. */
class TokenEndpointTest {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private final TokenEndpoint endpoint =
      new TokenEndpoint(new OkHttpClient(), LedgerClock.system(), Duration.ofSeconds(10));

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void body_client_isInTheFormAndNowhereElse() throws Exception {
    answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}");

    endpoint.exchange(
        client(ClientAuthentication.BODY),
        Secret.of("GB/sim-code-1+2"),
        URI.create("https://host.example.com/callback?x=1"),
        Secret.of("sim-verifier"));

    RecordedRequest request = server.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(Objects.requireNonNull(request.getBody()).utf8())
        .isEqualTo(
            "grant_type=authorization_code&code=GB%2Fsim-code-1%2B2"
                + "&redirect_uri=https%3A%2F%2Fhost.example.com%2Fcallback%3Fx%3D1"
                + "&code_verifier=sim-verifier&client_id=client+%C3%A9&client_secret=sim-secret-%3A%26");
  }

  @Test
  void basic_client_isEncodedFirstAndInTheHeaderOnly() throws Exception {
    answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":300}");

    endpoint.refresh(client(ClientAuthentication.BASIC), old());

    RecordedRequest request = server.takeRequest();
    String header = String.valueOf(request.getHeaders().get("Authorization"));
    assertThat(
            new String(
                Base64.getDecoder().decode(header.substring("Basic ".length())),
                StandardCharsets.UTF_8))
        .isEqualTo("client+%C3%A9:sim-secret-%3A%26");
    assertThat(Objects.requireNonNull(request.getBody()).utf8())
        .isEqualTo("grant_type=refresh_token&refresh_token=sim-rt-old");
  }

  @Test
  void answer_withLifetimes_countsFromBeforeTheRequest() {
    answer(
        200,
        "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":\"300\","
            + "\"refresh_token_expires_in\":2678400,\"scopes\":\"full_access\"}");
    Instant before = Instant.now();

    OauthToken token = granted(endpoint.refresh(client(ClientAuthentication.BODY), old()));

    assertThat(token.accessExpiresAt())
        .isBetween(before.plusSeconds(300), Instant.now().plusSeconds(300));
    assertThat(Duration.between(token.obtainedAt(), token.refreshExpiresAt())).hasDays(31);
    assertThat(token.scope()).isEqualTo("full_access");
    assertThat(token.refreshToken().reveal()).isEqualTo("r");
  }

  @Test
  void answer_withoutRefreshToken_leavesTheOldOneInPlace() {
    answer(200, "{\"access_token\":\"a\",\"expires_in\":300}");

    OauthToken token = granted(endpoint.refresh(client(ClientAuthentication.BODY), old()));

    assertThat(token.refreshToken()).isEqualTo(old().refreshToken());
    assertThat(token.refreshExpiresAt()).isEqualTo(old().refreshExpiresAt());
  }

  @Test
  void answer_withSenselessLifetimes_fallsBackToTheDocumentedOnes() {
    answer(
        200,
        "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":-1,"
            + "\"refresh_token_expires_in\":999999999999999999}");

    OauthToken token = granted(endpoint.refresh(client(ClientAuthentication.BODY), old()));

    assertThat(Duration.between(token.obtainedAt(), token.accessExpiresAt())).hasMinutes(5);
    assertThat(Duration.between(token.obtainedAt(), token.refreshExpiresAt())).hasDays(36_500);
  }

  @Test
  void answers_areSortedByWhatTheyProve() {
    assertThat(after(400, "{\"error\":\"invalid_grant\"}")).isInstanceOf(TokenReply.Refused.class);
    assertThat(after(401, "{\"error\":\"invalid_client\"}"))
        .isInstanceOf(TokenReply.Misconfigured.class);
    assertThat(after(400, "{\"error\":\"unsupported_grant_type\"}"))
        .isInstanceOf(TokenReply.Misconfigured.class);
    assertThat(after(429, "slow down")).isInstanceOf(TokenReply.NotServed.class);
    assertThat(after(503, "")).isInstanceOf(TokenReply.NoAnswer.class);
    assertThat(after(500, "{\"error\":\"server_error\"}")).isInstanceOf(TokenReply.NoAnswer.class);
    assertThat(after(200, "<html>welcome</html>")).isInstanceOf(TokenReply.NoAnswer.class);
    assertThat(after(200, "{}")).isInstanceOf(TokenReply.NoAnswer.class);
    assertThat(after(404, "nothing here")).isInstanceOf(TokenReply.NoAnswer.class);
    assertThat(after(302, "")).isInstanceOf(TokenReply.NoAnswer.class);
  }

  @Test
  void answerOfSomethingElse_isForeign_thatOfAServerInTroubleIsNot() {
    assertThat(after(200, "<html>welcome</html>"))
        .isEqualTo(new TokenReply.NoAnswer(after(200, "<html>welcome</html>").why(), true));
    assertThat(((TokenReply.NoAnswer) after(404, "nothing here")).foreign()).isTrue();
    assertThat(((TokenReply.NoAnswer) after(502, "<html>bad gateway</html>")).foreign()).isFalse();
  }

  @Test
  void nobodyListening_isNotServed() {
    server.close();
    assertThat(endpoint.refresh(client(ClientAuthentication.BODY), old()))
        .isInstanceOf(TokenReply.NotServed.class);
  }

  private TokenReply after(int status, String body) {
    answer(status, body);
    return endpoint.refresh(client(ClientAuthentication.BODY), old());
  }

  private void answer(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static OauthToken granted(TokenReply reply) {
    assertThat(reply).isInstanceOf(TokenReply.Granted.class);
    return ((TokenReply.Granted) reply).token();
  }

  private OauthClient client(ClientAuthentication authentication) {
    URI base = server.url("/").uri();
    return new OauthClient(
        "client é",
        Secret.of("sim-secret-:&"),
        authentication,
        base.resolve("/authorize"),
        base.resolve("/token"),
        null,
        Duration.ofDays(60),
        600);
  }

  private static OauthToken old() {
    return new OauthToken(
        Secret.of("sim-at-old"),
        Secret.of("sim-rt-old"),
        LONG_AGO,
        LONG_AGO.plus(Duration.ofDays(60)),
        "readonly",
        LONG_AGO);
  }
}
