package dev.ledgerkit.testkit.sage.table;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One page of a list and the envelope around it. */
final class ListEnvelope {
  private static final int DEFAULT_PAGE = 20;
  private static final int LARGEST_PAGE = 200;

  private final Resource resource;
  private final Map<String, String> query;

  ListEnvelope(Resource resource, Map<String, String> query) {
    this.resource = resource;
    this.query = query;
  }

  ObjectNode json() {
    int size = number("items_per_page", DEFAULT_PAGE);
    if (size > LARGEST_PAGE) {
      throw Refused.because(
          "items_per_page: must be between 1 and " + LARGEST_PAGE, "items_per_page");
    }
    int asked = number("page", 1);
    ListQuery filters = new ListQuery(resource.spec(), query);
    Book book = resource.book();
    String path = resource.spec().path();
    if (filters.keepsEverything()) {
      int total = book.count(path);
      int page = lastAtMost(asked, total, size);
      return envelope(total, page, size, book.page(path, (long) (page - 1) * size, size));
    }
    List<Row> rows = filters.apply(book);
    int page = lastAtMost(asked, rows.size(), size);
    int from = Math.min(rows.size(), (page - 1) * size);
    return envelope(
        rows.size(), page, size, rows.subList(from, Math.min(rows.size(), from + size)));
  }

  /** Past the end the provider gives the last page again, never an empty one. */
  private static int lastAtMost(int page, int total, int size) {
    return Math.min(page, Math.max(1, (total + size - 1) / size));
  }

  private ObjectNode envelope(int total, int page, int size, List<Row> rows) {
    boolean more = (long) page * size < total && !resource.book().settings().hideNext();
    ObjectNode envelope = Json.object().put("$total", total).put("$page", page);
    envelope.put("$next", more ? link(page + 1, size) : null);
    envelope.put("$back", page > 1 ? link(page - 1, size) : null);
    envelope.put("$itemsPerPage", size);
    ArrayNode items = envelope.putArray("$items");
    rows.forEach(
        row ->
            items.add(Attributes.select(row, resource.rules().listed(row, query), query, false)));
    return envelope;
  }

  /** A path without host and without {@code /v3.1}, the other parameters kept. */
  private String link(int page, int size) {
    StringBuilder link =
        new StringBuilder(
            "/" + resource.spec().path() + "?page=" + page + "&items_per_page=" + size);
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

  private int number(String name, int otherwise) {
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
