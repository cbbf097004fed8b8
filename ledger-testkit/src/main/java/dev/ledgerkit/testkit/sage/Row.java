package dev.ledgerkit.testkit.sage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** One stored entity: its JSON as a full read shows it, and the times that lists filter by. */
final class Row {
  final String id;
  final long sequence;
  final ObjectNode json;
  final Instant created;
  Instant updated;
  Optional<Instant> deleted = Optional.empty();

  Row(String id, String path, long sequence, Instant now) {
    this.id = id;
    this.sequence = sequence;
    this.created = now.truncatedTo(ChronoUnit.SECONDS);
    this.updated = created;
    this.json =
        Json.object()
            .put("id", id)
            .put("displayed_as", id)
            .put("$path", "/" + path + "/" + id)
            .put("created_at", created.toString())
            .put("updated_at", created.toString());
  }

  /** The wire knows whole seconds, so that is what is compared too. */
  void touch(Instant now) {
    updated = now.truncatedTo(ChronoUnit.SECONDS);
    json.put("updated_at", updated.toString());
  }

  void delete(Instant now) {
    touch(now);
    deleted = Optional.of(updated);
    json.put("deleted_at", updated.toString());
  }

  ObjectNode reference() {
    return Json.object()
        .put("id", id)
        .put("displayed_as", Json.text(json, "displayed_as"))
        .put("$path", Json.text(json, "$path"));
  }
}
