package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import dev.ledgerkit.testkit.sage.table.Row;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Products, services and stock items: what a line may sell. */
class CatalogueItems extends Plain {
  private static final List<String> STOCK_ONLY =
      List.of(
          "quantity_in_stock",
          "last_cost_price",
          "last_cost_price_stock_value",
          "average_cost_price",
          "average_cost_price_stock_value",
          "cost_price_last_updated",
          "reorder_level",
          "reorder_quantity",
          "location",
          "barcode",
          "supplier_part_number",
          "weight",
          "measurement_unit",
          "weight_converted");

  CatalogueItems(ResourceSpec spec, Book book) {
    super(spec, book);
  }

  @Override
  public void create(Row row, Body body) {
    super.create(row, body);
    row.json()
        .put("deletable", true)
        .put("deactivatable", true)
        .put("used_on_recurring_invoice", false);
  }

  @Override
  void name(Row row) {
    String code = row.text("item_code");
    row.json()
        .put("displayed_as", row.text("description") + (code.isEmpty() ? "" : " (" + code + ")"));
  }

  /** Among the products a stock item shows nothing of its stock. */
  @Override
  public ObjectNode listed(Row row, Map<String, String> query) {
    ObjectNode json = row.shown();
    if (!row.path().equals(spec.path())) {
      json.remove(STOCK_ONLY);
    }
    return json;
  }
}
