package dev.ledgerkit.testkit.sage;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of one business, by resource. Guarded by {@link Accounting}'s lock. */
final class Book {
  final SageSettings settings;
  final SimBusiness business;
  private final Map<String, Map<String, Row>> tables = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private long sequence;

  Book(SageSettings settings, SimBusiness business) {
    this.settings = settings;
    this.business = business;
  }

  Instant now() {
    return settings.clock.instant();
  }

  Collection<Row> rows(String path) {
    return table(path).values();
  }

  private Map<String, Row> table(String path) {
    return tables.computeIfAbsent(path, p -> new LinkedHashMap<>());
  }

  /** A row nobody sees until {@link #keep}. */
  Row draft(String path) {
    return draft(path, id(path));
  }

  Row draft(String path, String id) {
    return new Row(id, path, ++sequence, now());
  }

  void keep(String path, Row row) {
    table(path).put(row.id, row);
  }

  Optional<Row> find(String path, String id) {
    return Optional.ofNullable(table(path).get(id)).filter(row -> row.deleted.isEmpty());
  }

  /** A reference, or JSON null when there is no such row. */
  JsonNode reference(String path, String id) {
    return find(path, id).map(row -> (JsonNode) row.reference()).orElse(Json.object().nullNode());
  }

  String number(String prefix) {
    return prefix + "-" + numbers.merge(prefix, 1, Integer::sum);
  }

  /** 32 hex characters, the same in every run. */
  String id(String path) {
    String seed = business.id() + "/" + path + "/" + ++sequence;
    return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }

  BigDecimal taxPercentage(String taxRateId) {
    return find("tax_rates", taxRateId)
        .map(rate -> new BigDecimal(Json.text(rate.json, "percentage")))
        .orElse(BigDecimal.ZERO);
  }

  ObjectNode transaction(String displayedAs) {
    String id = id("transactions");
    return Json.object()
        .put("id", id)
        .put("displayed_as", displayedAs)
        .put("$path", "/transactions/" + id);
  }

  String currency() {
    return switch (business.country()) {
      case "US" -> "USD";
      case "CA" -> "CAD";
      case "GB" -> "GBP";
      default -> "EUR";
    };
  }
}
