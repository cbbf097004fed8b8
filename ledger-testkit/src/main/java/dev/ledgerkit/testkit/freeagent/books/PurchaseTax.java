package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import tools.jackson.databind.node.ObjectNode;

/** Tax inside a gross amount: the given rate, or that of the category. */
final class PurchaseTax {
  private PurchaseTax() {}

  static void apply(Book book, Row row, String grossField) {
    ObjectNode json = row.edit();
    if (!json.has("category") || !json.path("category").asString("").contains("/categories/")) {
      return;
    }
    BigDecimal rate =
        json.has("sales_tax_rate") && book.profile.registered()
            ? row.decimal("sales_tax_rate")
            : rate(book, row.text("category"));
    row.put("sales_tax_rate", rate);
    row.put("sales_tax_value", Amounts.within(row.decimal(grossField), rate));
    if (!json.has("sales_tax_status")) {
      json.put("sales_tax_status", "TAXABLE");
    }
  }

  static BigDecimal rate(Book book, String category) {
    if (!book.profile.registered()) {
      return BigDecimal.ZERO;
    }
    return book.find("categories", category)
        .map(row -> row.text("auto_sales_tax_rate"))
        .map(
            name ->
                switch (name) {
                  case "Standard rate" -> new BigDecimal("20");
                  case "Reduced rate" -> new BigDecimal("5");
                  default -> BigDecimal.ZERO;
                })
        .orElse(BigDecimal.ZERO);
  }
}
