package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.ForbiddenException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ValidationException;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Sage objects to, through the whole pipeline. */
class ProblemsOnTheWireTest extends PipelineTest {
  private static final String PROBLEM =
      "{\"$severity\":\"error\",\"$dataCode\":\"RecordInvalid\",\"$message\":\"No\","
          + "\"$source\":\"journal[reference]\"}";

  @ParameterizedTest
  @ValueSource(strings = {"[%s]", "%s", "{\"$diagnoses\":[%s]}"})
  void refusal_inAnyShape_keepsFieldCodeMessageAndRequestId(String shape) {
    refuse(422, "application/json", shape.formatted(PROBLEM));

    assertThatThrownBy(() -> client.journals().delete("j1"))
        .isInstanceOfSatisfying(
            ValidationException.class,
            refused -> {
              assertThat(refused.requestId()).isEqualTo("5f2c-77");
              assertThat(refused.problems())
                  .containsExactly(new Problem("journal.reference", "RecordInvalid", "No"));
            });
  }

  @Test
  void refusal_ofAGateway_keepsTheRequestIdAndNothingOfThePage() {
    refuse(404, "text/html", "<html>card 4111</html>");

    assertThatThrownBy(() -> client.bankAccounts().bankFeed("b1"))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            refused -> {
              assertThat(refused.requestId()).isEqualTo("5f2c-77");
              assertThat(refused.problems()).containsExactly(new Problem("", "", "Not Found"));
            })
        .hasMessageNotContaining("4111");
  }

  @Test
  void refusal_ofARole_isForbidden() {
    refuse(
        403,
        "application/json",
        "[{\"$dataCode\":\"MultiUserAccessDenied\",\"$message\":\"No access\",\"$source\":\"\"}]");

    assertThatThrownBy(() -> client.financialSettings().get())
        .isInstanceOf(ForbiddenException.class)
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.requestId()).isEqualTo("5f2c-77"));
  }

  private void refuse(int status, String type, String body) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .addHeader("Content-Type", type)
            .addHeader("x_request_id", "5f2c-77")
            .body(body)
            .build());
  }
}
