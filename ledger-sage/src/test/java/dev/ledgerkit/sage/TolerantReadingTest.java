package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.FinancialSettings;
import dev.ledgerkit.sage.model.LedgerEntry;
import dev.ledgerkit.sage.model.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Sage sends otherwise than declared is read all the same. */
class TolerantReadingTest extends WireTest {
  /** What comes in the place of a declared type. */
  private static final Map<String, List<String>> ODD =
      Map.of(
          "string", List.of("null", "\"\"", "17", "17.50", "true", "\"NEXT_FULL_MOON\""),
          "date", List.of("null", "\"\"", "\" \"", "\"2024-01-31T00:00:00Z\""),
          "date-time", List.of("null", "\"\"", "\"2024-01-31\"", "\"2024-01-31T10:00:00+01:00\""),
          "number", List.of("null", "\"\"", "\"12.30\"", "12.30", "0", "\"-0.0\""),
          "integer", List.of("null", "\"\"", "\"7\"", "7", "7.0", "\"7.0\""),
          "boolean", List.of("null", "\"\"", "\"true\"", "\"false\""));

  @Test
  void field_ofAnyModel_sentOtherwiseThanDeclared_isRead() throws Exception {
    JsonNode models = AnsweredModels.fields();
    int tried = 0;
    for (Map.Entry<String, Class<?>> model : AnsweredModels.of(sage, server).entrySet()) {
      for (Map.Entry<String, JsonNode> field : models.get(model.getKey()).properties()) {
        String id = model.getKey() + "." + field.getKey();
        for (String value : odd(id, models, field.getValue())) {
          String answer = "{\"later\":\"kept\",\"%s\":%s}".formatted(field.getKey(), value);
          assertThatCode(
                  () ->
                      assertThat(
                              AnsweredModels.extra(SageJson.read(utf8(answer), model.getValue())))
                          .containsOnly("later"))
              .as("%s %s", id, value)
              .doesNotThrowAnyException();
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(1000);
  }

  @Test
  void transaction_withNumbersForTexts_keepsTheirDigits() {
    Transaction read =
        SageJson.read(
            utf8("{\"id\":7,\"audit_trail_id\":421,\"total\":\"120.0\",\"deleted\":null}"),
            Transaction.class);

    assertThat(read.id()).isEqualTo("7");
    assertThat(read.auditTrailId()).isEqualTo("421");
    assertThat(read.total()).hasToString("120.0");
    assertThat(read.deleted()).isNull();
  }

  @Test
  void settings_neverConnectedToTheTaxOffice_haveNoDate() {
    FinancialSettings read =
        SageJson.read(utf8("{\"mtd_authenticated_date\":\"\"}"), FinancialSettings.class);

    assertThat(read.mtdAuthenticatedDate()).isNull();
    assertThat(read.extra()).isEmpty();
  }

  @Test
  void list_ofABareArray_orOfAnEnvelopeInSnakeCase_isRead() {
    answer(200, "[{\"id\":\"e1\",\"credit\":100.0,\"debit\":\"0.0\"}]");
    answer(200, "{\"$items_per_page\":2147483647,\"$items\":[{\"id\":\"b1\"}]}");

    assertThat(sage.ledgerEntries().list().stream().toList())
        .singleElement()
        .extracting(LedgerEntry::credit)
        .hasToString("100.0");
    assertThat(sage.businesses().list()).hasSize(1);
  }

  @Test
  void boolean_asText_isRead() {
    assertThat(SageJson.read(utf8("{\"deletable\":\"true\"}"), Contact.class).deletable()).isTrue();
  }

  private static List<String> odd(String id, JsonNode models, JsonNode type) {
    if (type.isArray()) {
      return List.of("null", "[]", "[null]");
    }
    String bare = type.asString().replaceAll("<=.*", "");
    return models.has(bare)
        ? List.of("null", "{}")
        : ODD.getOrDefault(LeftOut.onTheWire(id, bare), List.of("null"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
