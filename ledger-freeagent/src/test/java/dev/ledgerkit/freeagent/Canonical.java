package dev.ledgerkit.freeagent;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as FreeAgent means it: null and an empty list are absent, a number is its text, and so is a
 * truth value, of which one sample is quoted. A moment is the same in every spelling.
 */
final class Canonical {
  private Canonical() {}

  static JsonNode of(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = FreeAgentJson.WIRE.object();
      for (String name : new ArrayList<>(node.propertyNames())) {
        JsonNode value = of(node.get(name));
        boolean empty =
            value.isNull()
                || (value.isArray() && value.isEmpty())
                || (name.equals("url") && value.asString().isEmpty());
        if (!empty) {
          copy.set(name, value);
        }
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = FreeAgentJson.WIRE.object().putArray("items");
      node.forEach(item -> copy.add(of(item)));
      return copy;
    }
    return node.isNull() ? node : text(node.asString());
  }

  private static JsonNode text(String text) {
    boolean moment = text.matches("\\d{4}-\\d{2}-\\d{2}T.*(Z|[+-]\\d{2}:\\d{2})");
    String same = moment ? OffsetDateTime.parse(text).toInstant().toString() : text;
    return FreeAgentJson.WIRE.object().put("n", same).get("n");
  }

  /** As {@link #of}, where a number may be spelled with other zeros, as a draft may. */
  static JsonNode written(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = FreeAgentJson.WIRE.object();
      node.properties().forEach(field -> copy.set(field.getKey(), written(field.getValue())));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = FreeAgentJson.WIRE.object().putArray("items");
      node.forEach(item -> copy.add(written(item)));
      return copy;
    }
    String text = node.asString();
    return node.isNumber() || text.matches("-?\\d+\\.\\d+")
        ? text(new BigDecimal(text).stripTrailingZeros().toPlainString())
        : node;
  }
}
