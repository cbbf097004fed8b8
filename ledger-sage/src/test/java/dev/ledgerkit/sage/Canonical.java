package dev.ledgerkit.sage;

import java.util.ArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as Sage means it: null, an empty text and an empty list are absent, and a number is its
 * text.
 */
final class Canonical {
  private Canonical() {}

  static JsonNode read(JsonNode node) {
    return of(node, true);
  }

  static JsonNode written(JsonNode node) {
    return of(node, false);
  }

  private static JsonNode of(JsonNode node, boolean dropEmpty) {
    if (node.isObject()) {
      ObjectNode copy = SageJson.object();
      for (String name : new ArrayList<>(node.propertyNames())) {
        JsonNode value = of(node.get(name), dropEmpty);
        boolean empty = value.isNull() || (dropEmpty && emptyArrayOrText(value));
        if (!empty) {
          copy.set(name, value);
        }
      }
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = SageJson.object().putArray("items");
      node.forEach(item -> copy.add(of(item, dropEmpty)));
      return copy;
    }
    return node.isNumber()
        ? SageJson.object().put("n", node.decimalValue().toPlainString()).get("n")
        : node;
  }

  private static boolean emptyArrayOrText(JsonNode value) {
    return (value.isArray() && value.isEmpty()) || (value.isString() && value.asString().isEmpty());
  }
}
