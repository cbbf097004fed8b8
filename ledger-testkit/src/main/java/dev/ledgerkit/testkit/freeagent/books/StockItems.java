package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stock items: read only, and moved by explanations, expenses and sent invoices. */
final class StockItems implements Rules {
  static final Spec SPEC =
      Spec.of("stock_items", "stock_item", 4, "LG", "")
          .sorts("created_at", "description", "updated_at")
          .withoutSince();

  private final Book book;

  StockItems(Book book) {
    this.book = book;
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    json.put("stock_on_hand", Amounts.text(onHand(row)));
  }

  private BigDecimal onHand(Row item) {
    String url = book.url(item);
    BigDecimal bought =
        Stream.of("bank_transaction_explanations", "expenses")
            .flatMap(path -> book.table(path).stream())
            .filter(row -> row.text("stock_item").equals(url))
            .map(row -> row.decimal("stock_altering_quantity"))
            .reduce(item.decimal("opening_quantity"), BigDecimal::add);
    return book.table("invoices").stream()
        .filter(row -> row.text("status").equals(Documents.OPEN))
        .flatMap(row -> row.json().path("invoice_items").valueStream())
        .filter(line -> stock(line).filter(url::equals).isPresent())
        .map(line -> ItemLines.amount(line, "quantity"))
        .reduce(bought, BigDecimal::subtract);
  }

  private static Optional<String> stock(JsonNode line) {
    return Optional.of(line.path("stock_item").asString("")).filter(url -> !url.isEmpty());
  }
}
