package dev.ledgerkit.testkit.sage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Pages and attributes of a list, and the envelope around them. */
final class ListEnvelope {
  private static final int DEFAULT_PAGE = 20;
  private static final int LARGEST_PAGE = 200;
  private static final Set<String> ALWAYS = Set.of("id", "displayed_as", "$path");

  private ListEnvelope() {}

  static ObjectNode of(String path, List<Row> rows, Map<String, String> query, boolean hideNext) {
    int size = number(query, "items_per_page", DEFAULT_PAGE);
    if (size > LARGEST_PAGE) {
      throw Refused.because(
          "items_per_page: must be between 1 and " + LARGEST_PAGE, "items_per_page");
    }
    int pages = Math.max(1, (rows.size() + size - 1) / size);
    // Past the end the provider gives the last page again, never an empty one.
    int page = Math.min(number(query, "page", 1), pages);
    ObjectNode envelope = Json.object().put("$total", rows.size()).put("$page", page);
    envelope.put("$next", page < pages && !hideNext ? link(path, query, page + 1, size) : null);
    envelope.put("$back", page > 1 ? link(path, query, page - 1, size) : null);
    envelope.put("$itemsPerPage", size);
    ArrayNode items = envelope.putArray("$items");
    rows.stream()
        .skip((long) (page - 1) * size)
        .limit(size)
        .forEach(row -> items.add(select(row, row.json.deepCopy(), query, false)));
    return envelope;
  }

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
      json.put("legacy_id", row.sequence);
    }
    return json;
  }

  /** A path without host and without {@code /v3.1}, the other parameters kept. */
  private static String link(String path, Map<String, String> query, int page, int size) {
    StringBuilder link =
        new StringBuilder("/" + path + "?page=" + page + "&items_per_page=" + size);
    new TreeMap<>(query)
        .forEach(
            (name, value) -> {
              if (!name.equals("page") && !name.equals("items_per_page")) {
                link.append('&').append(name).append('=');
                link.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
              }
            });
    return link.toString();
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String value = query.getOrDefault(name, "");
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same refusal as a number below one.
    }
    throw Refused.because(name + ": is invalid", name);
  }
}
