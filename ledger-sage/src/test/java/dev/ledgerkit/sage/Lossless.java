package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** That reading and writing back loses nothing. */
final class Lossless {
  /** Deep enough for a document, its contact and that contact's ledger account. */
  private static final int DEPTH = 4;

  private static final Map<String, Function<String, Object>> SCALARS =
      Map.of(
          "string", Lossless::text,
          "date", name -> "2024-01-31",
          "date-time", name -> "2024-01-31T10:00:00Z",
          "number", name -> "12345678901234567.89",
          "integer", name -> 7,
          "boolean", name -> true);

  private Lossless() {}

  static void assertRead(JsonNode example, Class<?> type) {
    Object read = SageJson.read(SageJson.write(example), type);

    assertThat(Canonical.read(SageJson.tree(SageJson.write(read))))
        .isEqualTo(Canonical.read(example));
  }

  /** The derived table names every field that Sage documents; none of them may land in extra. */
  static void assertComponents(String model, Class<?> type) {
    JsonNode models = SharedExamples.json("derived/response-models.json");
    JsonNode sample = sample(models, model, DEPTH);

    Object read = SageJson.read(SageJson.write(sample), type);

    assertThat(read).extracting("extra").isEqualTo(Map.of());
    assertThat(read.toString()).doesNotContainPattern("extra=\\{[^}]");
    assertThat(Canonical.read(SageJson.fields(read))).isEqualTo(Canonical.read(sample));
  }

  private static ObjectNode sample(JsonNode models, String model, int depth) {
    ObjectNode sample = SageJson.object();
    for (var field : models.get(model).properties()) {
      boolean list = field.getValue().isArray();
      String type = (list ? field.getValue().get(0) : field.getValue()).asString();
      String bare = type.replaceAll("<=.*", "");
      if (models.has(bare) && depth == 0) {
        continue;
      }
      JsonNode value;
      if (models.has(bare)) {
        value = sample(models, bare, depth - 1);
      } else if (SCALARS.containsKey(bare)) {
        value = SageJson.fields(Map.of("v", SCALARS.get(bare).apply(field.getKey()))).get("v");
      } else {
        value = SageJson.object().put("anything", "goes");
      }
      if (list) {
        sample.putArray(field.getKey()).add(value);
      } else {
        sample.set(field.getKey(), value);
      }
    }
    return sample;
  }

  /** Declared as texts, and what Sage sends in them are dates and decimals. */
  private static String text(String name) {
    if (name.endsWith("_date")) {
      return "2024-01-31";
    }
    return name.endsWith("_rate") ? "1.25" : "text";
  }
}
