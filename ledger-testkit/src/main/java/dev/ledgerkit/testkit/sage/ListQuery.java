package dev.ledgerkit.testkit.sage;

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

/**
 * Filters and order of a list; a parameter the resource does not have is ignored, as the provider
 * does.
 */
final class ListQuery {
  private final ResourceSpec spec;
  private final Map<String, String> query;

  ListQuery(ResourceSpec spec, Map<String, String> query) {
    this.spec = spec;
    this.query = query;
  }

  List<Row> apply(Stream<Row> rows) {
    Optional<Instant> deletedSince = given("deleted_since").map(v -> instant("deleted_since", v));
    Stream<Row> kept =
        rows.filter(
            row ->
                deletedSince.isPresent()
                    ? row.deleted.filter(at -> at.isAfter(deletedSince.get())).isPresent()
                    : row.deleted.isEmpty());
    Optional<Instant> since =
        given("updated_or_created_since").map(v -> instant("updated_or_created_since", v));
    kept = kept.filter(row -> since.isEmpty() || !row.updated.isBefore(since.get()));
    kept =
        kept.filter(
            row -> dates(row) && references(row) && visibility(row) && search(row) && contact(row));
    return kept.sorted(order()).toList();
  }

  private boolean dates(Row row) {
    String date = Json.text(row.json, "date");
    return given("from_date").filter(from -> date.compareTo(day(from)) < 0).isEmpty()
        && given("to_date").filter(to -> date.compareTo(day(to)) > 0).isEmpty();
  }

  private boolean references(Row row) {
    for (String name :
        List.of(
            "contact_id",
            "status_id",
            "bank_account_id",
            "transaction_type_id",
            "ledger_account_type_id")) {
      Optional<String> wanted = given(name);
      if (wanted.isPresent()
          && !wanted.get().equals(Json.id(row.json, name.substring(0, name.length() - 3)))) {
        return false;
      }
    }
    return true;
  }

  private boolean visibility(Row row) {
    return given("visible_in")
            .filter(in -> !row.json.path("visible_in_" + in).asBoolean(false))
            .isEmpty()
        && given("not_visible_in")
            .filter(in -> row.json.path("visible_in_" + in).asBoolean(false))
            .isEmpty();
  }

  private boolean search(Row row) {
    Optional<String> words = given("search").map(w -> w.toLowerCase(Locale.ROOT));
    return words.isEmpty()
        || Stream.of("name", "reference", "contact_name", "display_name", "nominal_code")
            .anyMatch(
                field -> Json.text(row.json, field).toLowerCase(Locale.ROOT).contains(words.get()));
  }

  private boolean contact(Row row) {
    Optional<String> type = given("contact_type_id");
    return given("email").filter(mail -> !mail.equals(Json.text(row.json, "email"))).isEmpty()
        && (type.isEmpty()
            || row.json
                .path("contact_types")
                .valueStream()
                .anyMatch(t -> type.get().equals(Json.text(t, "id"))))
        && !(given("exclude_system").filter("true"::equals).isPresent()
            && row.json.path("system").asBoolean(false));
  }

  private Comparator<Row> order() {
    Comparator<Row> bySequence = Comparator.comparingLong(row -> row.sequence);
    String[] sort = query.getOrDefault("sort", "").split(":", 2);
    if (!spec.sorts().contains(sort[0])) {
      return bySequence;
    }
    Comparator<Row> byField = Comparator.comparing(row -> Json.text(row.json, sort[0]));
    return (sort.length == 2 && sort[1].equals("desc") ? byField.reversed() : byField)
        .thenComparing(bySequence);
  }

  private Optional<String> given(String name) {
    return spec.filters().contains(name) ? Optional.ofNullable(query.get(name)) : Optional.empty();
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
