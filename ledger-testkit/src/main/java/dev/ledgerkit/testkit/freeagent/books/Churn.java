package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/** Random work of other people: some records change, some go, some come. */
final class Churn {
  private static final Map<String, String> TEXTS =
      Map.of(
          "contacts", "town",
          "invoices", "comments",
          "credit_notes", "comments",
          "bills", "comments",
          "projects", "contract_po_reference");

  private final Book book;
  private final Random random;

  Churn(Book book, long seed) {
    this.book = book;
    this.random = new Random(seed);
  }

  void run(int changes, List<String> paths, Call call) {
    for (int i = 0; i < changes; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      Table table = book.table(path);
      if (table.size() > 0) {
        Row row = table.at(random.nextInt(table.size()));
        switch (random.nextInt(4)) {
          case 0 -> delete(row);
          case 1 -> copy(row, call);
          default -> touch(row);
        }
      }
    }
  }

  private void touch(Row row) {
    row.edit().put(TEXTS.getOrDefault(row.path, "description"), "Changed " + random.nextInt(1000));
    row.touch(book.now());
  }

  /** What others depend on stays, and changes instead. */
  private void delete(Row row) {
    try {
      book.resource(row.path).remove(row);
    } catch (Refused refused) {
      touch(row);
    }
  }

  private void copy(Row row, Call call) {
    Resource resource = book.resource(row.path);
    if (!resource.spec().allows('C')) {
      touch(row);
      return;
    }
    ObjectNode fields = Json.object().setAll((ObjectNode) row.json().deepCopy());
    fields.remove(List.of("reference", "status", Attachments.IDS));
    fields.put("code", "COPY-" + book.nextId()).put("email", book.nextId() + "@example.com");
    for (String lines :
        List.of("invoice_items", "credit_note_items", "bill_items", "journal_entries")) {
      fields.path(lines).forEach(line -> ((ObjectNode) line).remove("url"));
    }
    if (row.path.equals("bills") || row.path.equals("projects")) {
      fields.put("reference", "COPY-" + book.nextId()).put("status", "Active");
    }
    try {
      resource.insert(new Body(fields), call);
    } catch (Refused refused) {
      touch(row);
    }
  }
}
