package dev.ledgerkit.testkit.sage.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filters and order of a list; a parameter the resource does not have is ignored, as the provider
 * does.
 *
 * <p>Times are looked at first: they are known of a row whose JSON nobody has asked for.
 */
final class ListQuery {
  private final ResourceSpec spec;
  private final Map<String, String> query;

  ListQuery(ResourceSpec spec, Map<String, String> query) {
    this.spec = spec;
    this.query = query;
  }

  /** Neither filtered nor sorted, nor a list of several resources. */
  boolean keepsEverything() {
    return spec.includes().isEmpty()
        && spec.filters().stream().noneMatch(query::containsKey)
        && order().isEmpty();
  }

  List<Row> apply(Book book) {
    return rows(book).toList();
  }

  Stream<Row> rows(Book book) {
    Stream<Row> rows =
        Stream.concat(Stream.of(spec.path()), spec.includes().stream()).flatMap(book::rows);
    Optional<Instant> deletedSince = time("deleted_since");
    Stream<Row> kept =
        rows.filter(
            row ->
                deletedSince.isPresent()
                    ? row.deleted().filter(at -> at.isAfter(deletedSince.get())).isPresent()
                    : row.live());
    Optional<Instant> since = time("updated_or_created_since");
    Optional<Instant> from = time("updated_from_date");
    Optional<Instant> to = time("updated_to_date");
    kept =
        kept.filter(row -> since.filter(row.updated()::isBefore).isEmpty())
            .filter(row -> from.filter(row.updated()::isBefore).isEmpty())
            .filter(row -> to.filter(row.updated()::isAfter).isEmpty())
            .filter(this::fields);
    Optional<Comparator<Row>> order = order();
    return order.isPresent() ? kept.sorted(order.get()) : kept;
  }

  private boolean fields(Row row) {
    for (String name : spec.filters()) {
      String value = query.get(name);
      if (value != null && !matches(name, value, row)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String name, String value, Row row) {
    ObjectNode json = row.peek();
    return switch (name) {
      case "from_date" -> row.text("date").compareTo(day(value)) >= 0;
      case "to_date" -> row.text("date").compareTo(day(value)) <= 0;
      case "visible_in" -> json.path("visible_in_" + value).asBoolean(false);
      case "not_visible_in" -> !json.path("visible_in_" + value).asBoolean(false);
      case "search" -> found(json, value.toLowerCase(Locale.ROOT));
      case "country_id" -> row.id().startsWith(value + "-");
      case "email" -> value.equals(row.text("email"));
      case "contact_type_id" ->
          json.path("contact_types").valueStream().anyMatch(t -> value.equals(Json.text(t, "id")));
      case "exclude_system" -> !value.equals("true") || !json.path("system").asBoolean(false);
      case "filter_inactive_contacts", "filter_inactive_bank_accounts" ->
          !value.equals("true") || json.path("is_active").asBoolean(true);
      case "active" -> value.equals(Boolean.toString(json.path("active").asBoolean(true)));
      case "has_attachments" -> value.equals(Boolean.toString(row.attachments() > 0));
      case "out_of_stock" -> !value.equals("true") || number(row, "quantity_in_stock") <= 0;
      case "below_reorder_level" ->
          !value.equals("true")
              || new BigDecimal(json.path("quantity_in_stock").asString("0"))
                      .compareTo(new BigDecimal(json.path("reorder_level").asString("0")))
                  < 0;
      default ->
          !name.endsWith("_id")
              || value.equals(row.idOf(name.substring(0, name.length() - "_id".length())));
    };
  }

  private static int number(Row row, String field) {
    return new BigDecimal(row.peek().path(field).asString("0")).signum();
  }

  private static boolean found(ObjectNode json, String words) {
    return Stream.of(
            "name",
            "reference",
            "contact_name",
            "display_name",
            "nominal_code",
            "item_code",
            "description",
            "details")
        .anyMatch(field -> Json.text(json, field).toLowerCase(Locale.ROOT).contains(words));
  }

  private Optional<Comparator<Row>> order() {
    String[] sort = query.getOrDefault("sort", "").split(":", 2);
    if (!spec.sorts().contains(sort[0])) {
      return Optional.empty();
    }
    Comparator<Row> byField = Comparator.comparing(row -> row.text(sort[0]));
    return Optional.of(sort.length == 2 && sort[1].equals("desc") ? byField.reversed() : byField);
  }

  private Optional<Instant> time(String name) {
    return spec.filters().contains(name) && query.containsKey(name)
        ? Optional.of(instant(name, query.getOrDefault(name, "")))
        : Optional.empty();
  }

  private static String day(String dateOrTime) {
    return dateOrTime.length() > 10 ? dateOrTime.substring(0, 10) : dateOrTime;
  }

  private static Instant instant(String name, String value) {
    try {
      return value.length() <= 10
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw Refused.because(name + ": is not a valid date-time", name);
    }
  }
}
