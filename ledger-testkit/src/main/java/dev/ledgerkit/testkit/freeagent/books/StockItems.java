package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Stock items: read only, and moved by explanations, expenses and sent invoices. */
final class StockItems implements Rules {
  static final Spec SPEC =
      Spec.of("stock_items", "stock_item", 4, "LG", "")
          .sorts("created_at", "description", "updated_at")
          .withoutSince();

  private final Book book;
  private final Map<String, BigDecimal> moved = new HashMap<>();
  private long movedOf = -1;

  StockItems(Book book) {
    this.book = book;
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    BigDecimal moved = moved().getOrDefault(book.url(row), BigDecimal.ZERO);
    json.put("stock_on_hand", Amounts.text(row.decimal("opening_quantity").add(moved)));
  }

  /** All levels in one walk, kept until somebody writes: a page shows a hundred of them. */
  private Map<String, BigDecimal> moved() {
    if (movedOf != book.version()) {
      moved.clear();
      Stream.of("bank_transaction_explanations", "expenses")
          .flatMap(path -> book.table(path).stream())
          .forEach(row -> move(row.text("stock_item"), row.decimal("stock_altering_quantity")));
      book.table("invoices").stream()
          .filter(row -> row.text("status").equals(Documents.OPEN))
          .flatMap(row -> row.json().path("invoice_items").valueStream())
          .forEach(
              line ->
                  move(
                      line.path("stock_item").asString(""),
                      ItemLines.amount(line, "quantity").negate()));
      movedOf = book.version();
    }
    return moved;
  }

  private void move(String item, BigDecimal quantity) {
    if (!item.isEmpty()) {
      moved.merge(item, quantity, BigDecimal::add);
    }
  }
}
