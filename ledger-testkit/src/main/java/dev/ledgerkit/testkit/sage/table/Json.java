package dev.ledgerkit.testkit.sage.table;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one mapper. Fractions are read as decimals: a float would change money.
 *
 * @since 0.1
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  /** What {@link #bytes} wrote. */
  static ObjectNode read(byte[] bytes) {
    return (ObjectNode) MAPPER.readTree(bytes);
  }

  static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }

  /** A string field's value, or {@code ""} when it is missing, null or something else. */
  public static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  /** The id of the reference under {@code field}, or {@code ""}. */
  public static String id(JsonNode node, String field) {
    return text(node.path(field), "id");
  }
}
