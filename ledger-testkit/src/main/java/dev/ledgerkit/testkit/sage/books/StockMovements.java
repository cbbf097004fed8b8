package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Map;

/** Goods counted in and out: each movement moves the level of its stock item, and back. */
final class StockMovements extends Plain {
  private static final String NUMBERS = "stock movement";

  StockMovements(Book book) {
    super(CatalogueSpecs.STOCK_MOVEMENTS, book);
  }

  @Override
  public void create(Row row, Body body) {
    super.create(row, body);
    row.json().remove("deleted_at");
    row.json().putArray("links");
    if (!body.has("movement_number")) {
      int number = book.nextNumber(NUMBERS);
      book.nextNumber(NUMBERS, number + 1);
      row.json().put("movement_number", Integer.toString(number));
    }
    name(row);
    move(row, of(row, "quantity"));
  }

  @Override
  public void update(Row row, Body body) {
    move(row, of(row, "quantity").negate());
    super.update(row, body);
    move(row, of(row, "quantity"));
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    move(row, of(row, "quantity").negate());
    return super.delete(row, query);
  }

  @Override
  void name(Row row) {
    row.json().put("displayed_as", row.text("movement_number"));
  }

  private void move(Row row, BigDecimal quantity) {
    book.find("stock_items", row.idOf("stock_item"))
        .ifPresent(item -> StockItems.move(book, item, quantity, of(row, "cost_price")));
  }

  private static BigDecimal of(Row row, String field) {
    return new BigDecimal(row.json().path(field).asString("0"));
  }
}
