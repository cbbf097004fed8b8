package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One stored record. A seeded one is only a number until somebody changes it: its JSON is made
 * again for each read, so that a million of them fit.
 */
final class Row {
  final long id;
  final String path;
  final Instant created;
  Instant updated;
  private final Undo undo;
  private final @Nullable LongFunction<ObjectNode> seed;
  private @Nullable ObjectNode json;

  Row(long id, String path, Instant now, Undo undo) {
    this(id, path, now, undo, null);
    this.json = Json.object();
  }

  Row(long id, String path, Instant now, Undo undo, @Nullable LongFunction<ObjectNode> seed) {
    this.undo = undo;
    this.id = id;
    this.path = path;
    this.created = now;
    this.updated = now;
    this.seed = seed;
  }

  /** For reading only. */
  JsonNode json() {
    return json != null ? json : sown();
  }

  /** Seeded, and as it was seeded. */
  boolean untouched() {
    return json == null;
  }

  /** For writing; what is written stays. */
  ObjectNode edit() {
    ObjectNode kept = json;
    if (undo.first(this)) {
      ObjectNode before = kept == null ? null : kept.deepCopy();
      Instant then = updated;
      undo.note(
          () -> {
            json = before;
            updated = then;
          });
    }
    if (kept == null) {
      kept = sown();
      json = kept;
    }
    return kept;
  }

  void restore(ObjectNode before) {
    json = before;
  }

  private ObjectNode sown() {
    if (seed == null) {
      throw new IllegalStateException("Neither stored nor seeded: " + path + "/" + id);
    }
    return seed.apply(id);
  }

  void touch(Instant now) {
    updated = now;
  }

  String text(String field) {
    return Json.text(json(), field);
  }

  boolean flag(String field) {
    return json().path(field).asBoolean(false);
  }

  BigDecimal decimal(String field) {
    String text = json().path(field).asString("");
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  Optional<LocalDate> date(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  void put(String field, BigDecimal amount) {
    edit().put(field, Amounts.text(amount));
  }
}
