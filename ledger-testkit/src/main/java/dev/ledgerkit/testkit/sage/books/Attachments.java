package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Refused;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.wire.WireReply;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files beside a document: sent as Base64 in JSON, read as bytes. */
final class Attachments extends Plain {
  private static final String BYTES = "application/octet-stream";

  private final Map<String, byte[]> files = new HashMap<>();

  Attachments(Book book) {
    super(LedgerSpecs.ATTACHMENTS, book);
  }

  @Override
  public void create(Row row, Body body) {
    byte[] file = decoded(body);
    Optional<Row> owner = owner(body);
    super.create(row, body);
    row.json().putNull("file").put("file_size", file.length);
    row.json().put("$file_path", "/attachments/" + row.id() + "/file");
    row.json().remove("attachment_context_id");
    row.json().putNull("attachment_context");
    owner.ifPresent(
        document -> {
          row.json().set("attachment_context", document.reference());
          row.json().set("transaction", document.json().path("transaction").deepCopy());
        });
    files.put(row.id(), file);
    count(row, 1);
  }

  private static byte[] decoded(Body body) {
    try {
      return Base64.getDecoder().decode(body.text("file"));
    } catch (IllegalArgumentException e) {
      throw Refused.because("file: is not Base64", "file");
    }
  }

  /** The context's type names the resource its id belongs to. */
  private Optional<Row> owner(Body body) {
    String id = body.text("attachment_context_id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String path = body.text("attachment_context_type_id").toLowerCase(Locale.ROOT) + "s";
    return Optional.of(
        book.find(path, id)
            .orElseThrow(
                () ->
                    Refused.because(
                        "attachment_context_id: does not exist", "attachment_context_id")));
  }

  private void count(Row row, int more) {
    String path = row.idOf("attachment_context_type").toLowerCase(Locale.ROOT) + "s";
    book.find(path, row.idOf("attachment_context")).ifPresent(owner -> owner.attach(more));
    book.find("transactions", row.idOf("transaction"))
        .ifPresent(
            transaction -> {
              transaction.attach(more);
              transaction.json().put("number_of_attachments", transaction.attachments());
              transaction.touch(book.now());
            });
  }

  @Override
  public void update(Row row, Body body) {
    if (body.has("file")) {
      byte[] file = decoded(body);
      files.put(row.id(), file);
      row.json().put("file_size", file.length);
    }
    super.update(row, body);
    row.json().putNull("file").remove("attachment_context_id");
  }

  @Override
  public WireReply part(Row row, String part, WireRequest request) {
    if (!part.equals("file")) {
      throw Refused.with(404);
    }
    if (request.header("Accept").filter(type -> type.startsWith(BYTES)).isEmpty()) {
      throw Refused.with(406);
    }
    return WireReply.bytes(BYTES, files.getOrDefault(row.id(), new byte[0]));
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    count(row, -1);
    files.remove(row.id());
    return super.delete(row, query);
  }
}
