package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SageDialectTest {
  private final SageDialect dialect =
      new SageDialect(SageEndpoints.regional(), SageDialect.DOCUMENTED_LIMITS, false);

  @Test
  void tenantHeaders_lockedBusiness_namesIt() {
    assertThat(dialect.tenantHeaders(TestBindings.lockedTo("b1")))
        .isEqualTo(Map.of("X-Business", "b1"));
  }

  @Test
  void tenantHeaders_noBusiness_isRefused() {
    assertThatThrownBy(() -> dialect.tenantHeaders(TestBindings.unlocked()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no business");
  }

  @Test
  void apiBase_followsTheRegionOfTheBinding() {
    assertThat(dialect.apiBase(TestBindings.lockedTo("b1")))
        .hasToString("https://api.accounting.sage.com/v3.1");
    assertThat(dialect.requestIdHeader()).isEqualTo("x_request_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"$severity\":\"error\",\"$dataCode\":\"X\",\"$message\":\"M\",\"$source\":\"name\"}]",
        "{\"$severity\":\"error\",\"$dataCode\":\"X\",\"$message\":\"M\",\"$source\":\"name\"}",
        "{\"$diagnoses\":[{\"$dataCode\":\"X\",\"$message\":\"M\",\"$source\":\"name\"}]}",
      })
  void problems_anyShape_areRead(String body) {
    assertThat(problems(422, body)).containsExactly(new Problem("name", "X", "M"));
  }

  @Test
  void problems_oauthError_isRead() {
    assertThat(problems(400, "{\"error\":\"invalid_grant\"}"))
        .containsExactly(new Problem("", "invalid_grant", "invalid_grant"));
    assertThat(problems(400, "{\"error\":\"invalid_client\",\"error_description\":\"Bad client\"}"))
        .containsExactly(new Problem("", "invalid_client", "Bad client"));
  }

  @ParameterizedTest
  @CsvSource({
    "contact[contact_type_ids], contact.contact_type_ids",
    "line_items.tax_rate_id, line_items.tax_rate_id",
    "sales_invoice[invoice_lines][0][tax_rate_id], sales_invoice.invoice_lines.0.tax_rate_id",
    "base, ''",
    "'', ''",
  })
  void problems_source_isDotted(String source, String field) {
    String body = "[{\"$dataCode\":\"RecordInvalid\",\"$message\":\"M\",\"$source\":\"%s\"}]";

    assertThat(problems(422, body.formatted(source)))
        .containsExactly(new Problem(field, "RecordInvalid", "M"));
  }

  @Test
  void problems_umbrellaMessage_namesTheSource() {
    String body =
        """
        [{"$dataCode":"RecordInvalid","$message":"line_items.description: This field is required",
          "$source":"line_items[tax_rate_id]"},
         {"$dataCode":"RecordInvalid","$message":"This field is required","$source":"date"},
         {"$dataCode":"RecordInvalid","$message":"line_items.description: This field is required.",
          "$source":""}]
        """;

    assertThat(problems(422, body))
        .containsExactly(
            new Problem(
                "line_items.tax_rate_id",
                "RecordInvalid",
                "is missing, or not what Sage takes here (Sage says 'line_items.description: This field is required')"),
            new Problem("date", "RecordInvalid", "This field is required"),
            new Problem("line_items.description", "RecordInvalid", "This field is required."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'\"$source\":\"a.b\"' | a.b | 'is refused, Sage does not say why'",
        "'\"$source\":\"a[b]\",\"$message\":\"\"' | a.b | 'is refused, Sage does not say why'",
        "'\"$source\":[\"a\",\"b\"],\"$message\":[\"M\",\"N\"]' | 'a, b' | 'M, N'",
        "'\"$source\":\"a[b]\",\"$message\":\"b: M\"' | a.b | M",
        "'\"$source\":\"a[b]\",\"$message\":\"a.b: M: N\"' | a.b | 'M: N'",
        "'\"$source\":\"a[ab]\",\"$message\":\"b: M\"' | a.ab | 'b: M'",
      })
  void problems_field_isNamedOnceAndNeverWithoutAWord(String entry, String field, String message) {
    assertThat(problems(422, "[{" + entry + "}]")).containsExactly(new Problem(field, "", message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Couldn't find Customer.", "can't find customer", "Cannot find a vendor"})
  void problems_contactOfAnotherType_namesTheFieldThatSageDoesNot(String said) {
    assertThat(problems(422, "[{\"$message\":\"" + said + "\",\"$source\":\"\"}]"))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.message()).startsWith(said).contains("contact_id names no"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>card 4111</html>",
        "{\"card\":\"4111\"}",
        "[]",
        "null",
        "4111",
        "{\"$mess",
        "[{\"$diagnoses\":4111}]",
      })
  void problems_unreadableBody_isTheStatusAlone(String body) {
    assertThat(problems(502, body)).containsExactly(new Problem("", "", "Bad Gateway"));
    assertThat(problems(599, body)).containsExactly(new Problem("", "", "HTTP status 599"));
  }

  @Test
  void problems_longMessageWithLineBreaks_isOneShortLine() {
    String body = "[{\"$message\":\"a\\n\\tb" + "x".repeat(5000) + "\"}]";

    assertThat(problems(422, body))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).startsWith("a bx").hasSizeLessThan(600);
            });
  }

  @Test
  void problems_deeplyNested_neverThrow() {
    assertThat(problems(500, "[".repeat(100_000)))
        .containsExactly(new Problem("", "", "Internal Server Error"));
  }

  @Test
  void tokenRefused_expiredToken_isTrue() {
    assertThat(dialect.tokenRefused(401, problems(401, ""))).isTrue();
    assertThat(dialect.tokenRefused(403, problems(403, ""))).isFalse();
  }

  @Test
  void tokenRefused_noActiveSubscription_isFalse() {
    String body =
        """
        [{"$severity":"error","$dataCode":"AuthorizationFailure",
          "$message":"No active subscription. (MSE)","$source":""}]
        """;

    assertThat(dialect.tokenRefused(401, problems(401, body))).isFalse();
  }

  @Test
  void problems_publishedErrors_areRead() {
    for (String name :
        List.of(
            "error-401-no-active-subscription",
            "error-403-multi-user-access-denied",
            "error-500-unexpected")) {
      byte[] body = SharedExamples.bytes("examples-official/" + name + ".json");

      assertThat(dialect.problems(500, "application/json", body))
          .singleElement()
          .satisfies(problem -> assertThat(problem.code()).isNotEmpty());
    }
  }

  private List<Problem> problems(int status, String body) {
    return dialect.problems(status, "text/html", body.getBytes(StandardCharsets.UTF_8));
  }
}
