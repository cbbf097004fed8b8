package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.FieldCopy;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
import dev.ledgerkit.testkit.wire.WireReply;
import java.util.Map;

/** A resource that keeps what it is sent, as its table row says; others start from here. */
class Plain implements Rules {
  final ResourceSpec spec;
  final Book book;

  Plain(ResourceSpec spec, Book book) {
    this.spec = spec;
    this.book = book;
  }

  @Override
  public void create(Row row, Body body) {
    row.json().putNull("deleted_at");
    new FieldCopy(book, row, true).all(spec.fields(), body);
    name(row);
  }

  @Override
  public void update(Row row, Body body) {
    new FieldCopy(book, row, false).all(spec.fields(), body);
    name(row);
  }

  /** Writes the display name; called after every write. */
  void name(Row row) {
    if (!spec.shownAs().isEmpty()) {
      row.json().put("displayed_as", row.text(spec.shownAs()));
    }
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    row.delete(book.now());
    return WireReply.noContent();
  }
}
