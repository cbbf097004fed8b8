package dev.ledgerkit.sage;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Refuses what cannot be an id in the fields of a write or the parameters of a list. */
final class IdFields {
  private IdFields() {}

  static void check(String where, JsonNode node) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(where + "[" + i + "]", node.get(i));
      }
      return;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String path = where + "." + field.getKey();
      JsonNode value = field.getValue();
      if (field.getKey().endsWith("_id") && value.isString()) {
        ResourceId.checked(value.asString(), path);
      } else if (field.getKey().endsWith("_ids") && value.isArray()) {
        value.forEach(id -> ResourceId.checked(id.asString(), path));
      } else if (value.isContainer()) {
        check(path, value);
      }
    }
  }
}
