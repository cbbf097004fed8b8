package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Filters and order of one list, as its query asks for them. */
final class ListQuery {
  private final Spec spec;
  private final Rules rules;
  private final Call call;

  ListQuery(Spec spec, Rules rules, Call call) {
    this.spec = spec;
    this.rules = rules;
    this.call = call;
  }

  List<Row> apply(Table table) {
    String view = view();
    if (keepsEverything(view)) {
      return table.all();
    }
    Stream<Row> rows = since(rules.among(table, call));
    if (!view.isEmpty() && !view.equals("all")) {
      rows = rows.filter(row -> rules.inView(row, view));
    }
    rows = between(rows);
    for (String link : spec.links()) {
      String wanted = call.query(link);
      if (!wanted.isEmpty()) {
        rows = rows.filter(row -> row.text(link).equals(wanted));
      }
    }
    rows = rows.filter(row -> rules.matches(row, call));
    return order().map(rows::sorted).orElse(rows).toList();
  }

  /** A page of a million is then cut out of them as they lie. */
  private boolean keepsEverything(String view) {
    return rules.keepsEverything(call)
        && (view.isEmpty() || view.equals("all"))
        && call.query("updated_since").isEmpty()
        && call.query("from_date").isEmpty()
        && call.query("to_date").isEmpty()
        && spec.links().stream().allMatch(link -> call.query(link).isEmpty())
        && order().isEmpty();
  }

  /** Unknown views fall back to the default, as unknown parameters are ignored. */
  private String view() {
    if (spec.views().isEmpty()) {
      return "";
    }
    String view = call.query("view");
    boolean months = view.matches("last_\\d+_months") && spec.views().contains("last_N_months");
    return months || spec.views().contains(view) ? view : spec.views().get(0);
  }

  private Stream<Row> since(Stream<Row> rows) {
    String since = call.query("updated_since");
    if (since.isEmpty() || !spec.since()) {
      return rows;
    }
    Instant from = instant(since);
    return rows.filter(row -> !row.updated.isBefore(from));
  }

  private Stream<Row> between(Stream<Row> rows) {
    if (spec.dated().isEmpty()) {
      return rows;
    }
    Stream<Row> left = rows;
    Optional<LocalDate> from = call.request().query("from_date").map(ListQuery::day);
    Optional<LocalDate> to = call.request().query("to_date").map(ListQuery::day);
    if (from.isPresent()) {
      left =
          left.filter(
              row -> row.date(spec.dated()).filter(d -> !d.isBefore(from.get())).isPresent());
    }
    if (to.isPresent()) {
      left =
          left.filter(row -> row.date(spec.dated()).filter(d -> !d.isAfter(to.get())).isPresent());
    }
    return left;
  }

  /** Empty for the order of creation, which is the order of the table. */
  private Optional<Comparator<Row>> order() {
    if (spec.sorts().isEmpty()) {
      return Optional.empty();
    }
    String asked = call.query("sort");
    boolean down = asked.startsWith("-");
    String key = down ? asked.substring(1) : asked;
    String sort = spec.sorts().contains(key) ? key : spec.sorts().get(0);
    String field = sort.equals("contact_display_name") ? "contact_name" : sort;
    if (field.equals("created_at") && !down) {
      return Optional.empty();
    }
    Comparator<Row> order =
        switch (field) {
          case "created_at" -> Comparator.comparingLong(row -> row.id);
          case "updated_at" -> Comparator.comparing(row -> row.updated);
          case "name" -> Comparator.comparing(ListQuery::name);
          default -> Comparator.comparing(row -> row.text(field).toLowerCase(Locale.ROOT));
        };
    return Optional.of((down ? order.reversed() : order).thenComparingLong(row -> row.id));
  }

  static String name(Row row) {
    String organisation = row.text("organisation_name");
    String name =
        !organisation.isEmpty()
            ? organisation
            : row.text("first_name") + " " + row.text("last_name");
    return (name.isBlank() ? Json.text(row.json(), "name") : name).toLowerCase(Locale.ROOT);
  }

  static LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Refused.with(400, "Invalid date " + value);
    }
  }

  private static Instant instant(String value) {
    try {
      return value.length() <= 10
          ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw Refused.with(400, "Invalid updated_since " + value);
    }
  }
}
