package dev.ledgerkit.testkit.sage.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Which fields of an entity a read shows. */
final class Attributes {
  private static final Set<String> ALWAYS = Set.of("id", "displayed_as", "$path");

  private Attributes() {}

  /**
   * A single read shows everything unless told otherwise, a list three fields unless told
   * otherwise.
   */
  static ObjectNode select(Row row, ObjectNode json, Map<String, String> query, boolean single) {
    String attributes = query.getOrDefault("attributes", single ? "all" : "");
    if (!attributes.equals("all")) {
      Set<String> wanted =
          Arrays.stream(attributes.split(",")).map(String::trim).collect(Collectors.toSet());
      List<String> unwanted =
          json.propertyNames().stream()
              .filter(n -> !wanted.contains(n) && !ALWAYS.contains(n))
              .toList();
      json.remove(unwanted);
    } else if (!query.getOrDefault("show_payments_allocations", "").equals("true")) {
      json.remove("payments_allocations");
    }
    if (query.getOrDefault("show_legacy_id", "").equals("true")) {
      json.put("legacy_id", row.sequence());
    }
    return json;
  }
}
