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
 * <p>A seeded row writes its JSON when it is first asked for. A row of a table is open while
 * somebody works with it and is put away as bytes after that, so that a hundred thousand fit.
 * Guarded by the book's lock.
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
  private byte @Nullable [] resting;
  private String displayedAs = "";
  private @Nullable Runnable onDelete;
  private @Nullable Consumer<Row> onOpen;

  public Row(String id, String path, long sequence, Instant now, Consumer<Row> fill) {
    this.id = id;
    this.path = path;
    this.sequence = sequence;
    this.created = now.truncatedTo(ChronoUnit.SECONDS);
    this.updated = created;
    this.fill = fill;
  }

  /** The same as it stands now; no change of the one reaches the other. */
  Row copy() {
    Row copy = new Row(id, path, sequence, created, row -> {});
    copy.updated = updated;
    copy.json = shown();
    return copy;
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

  /** For changes, and for all that is read of it in one piece of work. */
  public ObjectNode json() {
    ObjectNode open = json;
    if (open != null) {
      return open;
    }
    byte[] bytes = resting;
    if (bytes != null) {
      open = Json.read(bytes);
      json = open;
    } else {
      open = Json.object().put("id", id).put("displayed_as", id);
      open.put("$path", "/" + path + "/" + id);
      open.put("created_at", created.toString()).put("updated_at", updated.toString());
      json = open;
      fill.accept(this);
    }
    if (onOpen != null) {
      onOpen.accept(this);
    }
    return open;
  }

  /** For a look in passing at one of many: what is put away stays so. */
  public ObjectNode peek() {
    byte[] bytes = resting;
    return json == null && bytes != null ? Json.read(bytes) : json();
  }

  /** The JSON as it stands, to be changed by whoever asked. */
  public ObjectNode shown() {
    byte[] bytes = resting;
    return json == null && bytes != null ? Json.read(bytes) : json().deepCopy();
  }

  /** Put away what is open. */
  void rest() {
    if (json != null) {
      displayedAs = text("displayed_as");
      resting = Json.bytes(json);
      json = null;
    }
  }

  /** What its table does when it is opened; done at once if it is open. */
  void onOpen(Consumer<Row> work) {
    onOpen = work;
    if (json != null) {
      work.accept(this);
    }
  }

  public String text(String field) {
    return Json.text(peek(), field);
  }

  /** The id of the reference under {@code field}, or {@code ""}. */
  public String idOf(String field) {
    return Json.id(peek(), field);
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
    boolean away = json == null && resting != null;
    ObjectNode open = away ? Json.object() : json();
    return Json.object()
        .put("id", id)
        .put("displayed_as", away ? displayedAs : Json.text(open, "displayed_as"))
        .put("$path", away ? "/" + path + "/" + id : Json.text(open, "$path"));
  }
}
