package dev.ledgerkit.testkit.sage.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entity: its JSON as a full read shows it, and the times that lists filter by.
 *
 * <p>A seeded row writes its JSON when it is first asked for. Guarded by the book's lock.
 *
 * @since 0.1
 */
public final class Row {
  private final String id;
  private final String path;
  private final long sequence;
  private final Instant created;
  private final Consumer<Row> fill;
  private Instant updated;
  private Optional<Instant> deleted = Optional.empty();
  private int attachments;
  private @Nullable ObjectNode json;
  private @Nullable Runnable onDelete;

  public Row(String id, String path, long sequence, Instant now, Consumer<Row> fill) {
    this.id = id;
    this.path = path;
    this.sequence = sequence;
    this.created = now.truncatedTo(ChronoUnit.SECONDS);
    this.updated = created;
    this.fill = fill;
  }

  public String id() {
    return id;
  }

  public String path() {
    return path;
  }

  /** Counts up in a business; what shows as the legacy id. */
  public long sequence() {
    return sequence;
  }

  public Instant updated() {
    return updated;
  }

  public Optional<Instant> deleted() {
    return deleted;
  }

  public boolean live() {
    return deleted.isEmpty();
  }

  public ObjectNode json() {
    ObjectNode present = json;
    if (present == null) {
      present = Json.object().put("id", id).put("displayed_as", id);
      present.put("$path", "/" + path + "/" + id);
      present.put("created_at", created.toString()).put("updated_at", updated.toString());
      json = present;
      fill.accept(this);
    }
    return present;
  }

  /** Whether somebody has asked for its JSON before. */
  public boolean written() {
    return json != null;
  }

  public String text(String field) {
    return Json.text(json(), field);
  }

  /** The id of the reference under {@code field}, or {@code ""}. */
  public String idOf(String field) {
    return Json.id(json(), field);
  }

  /** The id of a part, the same whenever it is computed. */
  public String partId(String part, int number) {
    return Book.hash(id + "/" + part + "/" + number);
  }

  /** The wire knows whole seconds, so that is what is compared too. */
  public void touch(Instant now) {
    updated = now.truncatedTo(ChronoUnit.SECONDS);
    json().put("updated_at", updated.toString());
  }

  public void delete(Instant now) {
    touch(now);
    deleted = Optional.of(updated);
    json().put("deleted_at", updated.toString());
    if (onDelete != null) {
      onDelete.run();
    }
  }

  /** What its table does when it goes. */
  void onDelete(Runnable work) {
    onDelete = work;
  }

  public int attachments() {
    return attachments;
  }

  public void attach(int more) {
    attachments += more;
  }

  public ObjectNode reference() {
    return Json.object()
        .put("id", id)
        .put("displayed_as", text("displayed_as"))
        .put("$path", text("$path"));
  }
}
