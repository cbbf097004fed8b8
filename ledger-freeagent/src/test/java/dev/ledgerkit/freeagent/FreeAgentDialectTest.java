package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.http.RateLimit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FreeAgentDialectTest {
  private final FreeAgentDialect dialect =
      new FreeAgentDialect(
          FreeAgentEndpoints.published(),
          FreeAgentDialect.DOCUMENTED_LIMITS,
          FreeAgentApiVersion.MANY_ATTACHMENTS,
          "Test Shop",
          false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errors\":{\"error\":{\"message\":\"dated_on is in a locked period\"}}}",
        "{\"errors\":[{\"message\":\"dated_on is in a locked period\"}]}",
        "{\"errors\":[\"dated_on is in a locked period\"]}",
        "dated_on is in a locked period",
      })
  void problems_anyShape_nameTheFieldOfTheText(String body) {
    assertThat(problems("application/json", body))
        .containsExactly(new Problem("dated_on", "", "dated_on is in a locked period"));
  }

  @Test
  void problems_byField_areReadEach() {
    assertThat(
            problems(
                "application/json",
                "{\"errors\":{\"dated_on\":[\"can't be blank\"],\"contact\":[\"is required\"]}}"))
        .containsExactly(
            new Problem("dated_on", "", "can't be blank"),
            new Problem("contact", "", "is required"));
  }

  @Test
  void problems_nestedFieldInTheText_isNamed() {
    assertThat(
            problems(
                "application/json",
                "{\"errors\":[{\"message\":\"invoice_items.price is locked and cannot be changed\"},"
                    + "{\"message\":\"Access denied\"}]}"))
        .extracting(Problem::field)
        .containsExactly("invoice_items.price", "");
  }

  @Test
  void problems_oauthError_isRead() {
    assertThat(
            problems(
                "application/json",
                "{\"error\":\"invalid_grant\",\"error_description\":\"The refresh token is invalid\"}"))
        .containsExactly(new Problem("", "invalid_grant", "The refresh token is invalid"));
  }

  @Test
  void problems_plainText_isTheMessage() {
    assertThat(problems("text/plain", "You must not exceed 120 requests per 60 seconds"))
        .containsExactly(new Problem("", "", "You must not exceed 120 requests per 60 seconds"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>502 hidden</html>", "{\"errors\":", "{}", "null"})
  void problems_nothingReadable_tellTheStatusAlone(String body) {
    assertThat(dialect.problems(502, "text/html", body.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(new Problem("", "", "HTTP status 502"));
  }

  @Test
  void problems_everyBodyOnRecord_isUnderstood() {
    for (JsonNode example : SharedExamples.json("errors.json").get("examples")) {
      boolean plain = example.has("body_text");
      String body = plain ? example.get("body_text").asString() : example.get("body").toString();

      assertThat(problems(plain ? "text/plain" : "application/json", body))
          .as(body)
          .isNotEmpty()
          .allSatisfy(
              problem ->
                  assertThat(problem.message()).isNotBlank().doesNotStartWith("HTTP status"));
    }
  }

  @Test
  void apiBase_followsTheEnvironmentOfTheBinding() {
    assertThat(dialect.apiBase(TestBindings.in("production")))
        .hasToString("https://api.freeagent.com/v2");
    assertThat(dialect.apiBase(TestBindings.in("sandbox")))
        .hasToString("https://api.sandbox.freeagent.com/v2");
  }

  @Test
  void tenantHeaders_unlocked_areRefused() {
    assertThat(dialect.tenantHeaders(TestBindings.lockedTo("1"))).isEmpty();
    assertThatThrownBy(() -> dialect.tenantHeaders(TestBindings.unlocked()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no company");
  }

  @Test
  void limits_documented_areOfEachBindingAndOfAll() {
    assertThat(dialect.limits())
        .containsExactly(
            new RateLimit(RateLimit.Scope.BINDING, 120, Duration.ofMinutes(1)),
            new RateLimit(RateLimit.Scope.BINDING, 3_600, Duration.ofHours(1)),
            new RateLimit(RateLimit.Scope.CLIENT, 1_000, Duration.ofMinutes(1)));
  }

  private List<Problem> problems(String type, String body) {
    return dialect.problems(422, type, body.getBytes(StandardCharsets.UTF_8));
  }
}
