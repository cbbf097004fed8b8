package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Files at explanations, expenses and bills; read through links that work a minute, unsigned. */
final class Attachments implements Rules {
  static final Spec SPEC = Spec.of("attachments", "attachment", 2, "GD", "");

  /** Internal: the ids of a row's files. */
  static final String IDS = "attachment_ids";

  /** Internal: the record a file is at. */
  private static final String OWNER = "owner";

  private static final int MOST = 50;
  private static final int LARGEST = 5 * 1024 * 1024;
  private static final int LINK_SECONDS = 60;
  private static final Set<String> TYPES =
      Set.of(
          "image/png",
          "image/x-png",
          "image/jpeg",
          "image/jpg",
          "image/gif",
          "application/x-pdf",
          "application/pdf");

  private final Book book;
  private final String key = UUID.randomUUID().toString();

  Attachments(Book book) {
    this.book = book;
  }

  /** Refuses what is too large, of a wrong type, or has line feeds in its base64. */
  static byte[] check(Body file, boolean typed) {
    String data = file.text("data");
    if (data.isEmpty()) {
      throw Refused.because("attachment.data can't be blank");
    }
    if (!file.has("file_name") || !file.has("content_type")) {
      throw Refused.because("attachment.file_name and attachment.content_type can't be blank");
    }
    if (typed && !TYPES.contains(file.text("content_type"))) {
      throw Refused.because("attachment.content_type is not included in the list");
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException e) {
      throw Refused.with(400, "attachment.data is not base64 without line feeds");
    }
    if (bytes.length > LARGEST) {
      throw Refused.because("attachment must be less than 5 MB");
    }
    return bytes;
  }

  /** Takes one file, and in the version that has many also a list of them. */
  void write(Row owner, Body body, boolean many) {
    ObjectNode json = owner.edit();
    JsonNode known = json.path(IDS);
    ArrayNode ids = known instanceof ArrayNode array ? array : json.putArray(IDS);
    if (body.mentions("attachment")) {
      if (!many) {
        drop(ids);
      }
      if (body.has("attachment")) {
        ids.add(keep(owner, body.nested("attachment")));
      }
    }
    if (many) {
      for (Body file : body.list("attachments")) {
        if (file.flag("_destroy")) {
          remove(ids, file.text("url"));
        } else if (!file.has("url")) {
          ids.add(keep(owner, file));
        }
      }
    }
    if (many && ids.size() > MOST) {
      throw Refused.because("attachments are too many (maximum is " + MOST + ")");
    }
  }

  private long keep(Row owner, Body file) {
    byte[] bytes = check(file, true);
    Row row = book.draft(SPEC.path());
    row.edit()
        .put("content_type", file.text("content_type"))
        .put("file_name", file.text("file_name"))
        .put("file_size", bytes.length)
        .put("data", file.text("data"))
        .put(OWNER, book.url(owner));
    if (file.has("description")) {
      row.edit().put("description", file.text("description"));
    }
    book.keep(row);
    return row.id;
  }

  private void remove(ArrayNode ids, String url) {
    for (int i = 0; i < ids.size(); i++) {
      if (book.links.url(SPEC.path(), ids.get(i).asLong()).equals(url)) {
        row(ids.get(i)).ifPresent(book.table(SPEC.path())::remove);
        ids.remove(i);
        return;
      }
    }
  }

  private void drop(ArrayNode ids) {
    ids.forEach(id -> row(id).ifPresent(book.table(SPEC.path())::remove));
    ids.removeAll();
  }

  private Optional<Row> row(JsonNode id) {
    return book.table(SPEC.path()).find(id.asLong());
  }

  /** The first file under {@code attachment}, or all under {@code attachments}. */
  void show(Row owner, ObjectNode json, boolean many) {
    json.remove(IDS);
    List<ObjectNode> files = files(owner);
    if (many) {
      files.forEach(json.putArray("attachments")::add);
    } else if (!files.isEmpty()) {
      json.set("attachment", files.get(0));
    }
  }

  List<ObjectNode> files(Row owner) {
    return owner
        .json()
        .path(IDS)
        .valueStream()
        .map(this::row)
        .flatMap(Optional::stream)
        .map(this::file)
        .toList();
  }

  private ObjectNode file(Row row) {
    ObjectNode json = Json.object().put("url", book.url(row));
    json.setAll((ObjectNode) row.json().deepCopy());
    describe(row, json);
    return json;
  }

  private void describe(Row row, ObjectNode json) {
    long expires = book.now().getEpochSecond() + LINK_SECONDS;
    json.remove(List.of("data", "created_at", "updated_at", OWNER));
    for (String size : new String[] {"", "_medium", "_small"}) {
      json.put("content_src" + size, book.links.url(path(row.id, expires)));
    }
    json.put("expires_at", Book.time(Instant.ofEpochSecond(expires)));
  }

  private String path(long id, long expires) {
    return "content/" + id + "?expires=" + expires + "&signature=" + signature(id, expires);
  }

  private String signature(long id, long expires) {
    return UUID.nameUUIDFromBytes((key + id + "/" + expires).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** The bytes behind a link, while it is valid; no token is asked for. */
  Optional<Content> content(String id, String expires, String signature) {
    long until = Links.number(expires).orElse(0);
    return Links.number(id).stream()
        .filter(number -> signature(number, until).equals(signature))
        .filter(number -> book.now().getEpochSecond() < until)
        .mapToObj(number -> book.table(SPEC.path()).find(number))
        .flatMap(Optional::stream)
        .map(
            row ->
                new Content(row.text("content_type"), Base64.getDecoder().decode(row.text("data"))))
        .findFirst();
  }

  /** What a link leads to. */
  @SuppressWarnings("ArrayRecordComponent") // bytes for the wire, never compared
  record Content(String type, byte[] bytes) {}

  /** What shows the file changes with it. */
  @Override
  public void delete(Row row) {
    for (String path : new String[] {"bills", "expenses", "bank_transaction_explanations"}) {
      book.find(path, row.text(OWNER))
          .ifPresent(
              owner -> {
                owner.edit();
                owner.touch(book.now());
                book.find("bank_transactions", owner.text("bank_transaction"))
                    .ifPresent(
                        transaction -> {
                          transaction.edit();
                          transaction.touch(book.now());
                        });
              });
    }
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    describe(row, json);
  }
}
