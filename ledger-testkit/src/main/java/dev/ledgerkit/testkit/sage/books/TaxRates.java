package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Rules;
import dev.ledgerkit.testkit.wire.WireReply;
import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Tax rates: a name and a percentage. */
final class TaxRates implements Rules {
  private final Book book;

  TaxRates(Book book) {
    this.book = book;
  }

  @Override
  public void create(Row row, Body body) {
    row.json().putNull("deleted_at");
    fill(row.json(), body.text("name"), body.decimal("percentage", BigDecimal.ZERO), true);
  }

  static void fill(ObjectNode json, String name, BigDecimal percentage, boolean editable) {
    json.put("displayed_as", name + " " + Money.round(percentage).toPlainString() + "%");
    json.put("name", name);
    json.putNull("agency");
    json.put("percentage", Money.text(percentage));
    json.putArray("percentages")
        .addObject()
        .put("percentage", Money.text(percentage))
        .put("from_date", "2011-01-04")
        .putNull("to_date");
    json.put("is_visible", true).put("retailer", false);
    json.put("editable", editable).put("deletable", editable).put("is_combined_rate", false);
    json.putArray("component_tax_rates");
  }

  @Override
  public void update(Row row, Body body) {
    String name = body.optionalText("name").orElse(row.text("name"));
    BigDecimal old = new BigDecimal(row.text("percentage"));
    fill(row.json(), name, body.decimal("percentage", old), true);
  }

  @Override
  public WireReply delete(Row row, Map<String, String> query) {
    row.delete(book.now());
    return WireReply.noContent();
  }
}
