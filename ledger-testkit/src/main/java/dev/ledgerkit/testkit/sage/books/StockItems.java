package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Money;
import dev.ledgerkit.testkit.sage.table.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import tools.jackson.databind.node.ObjectNode;

/** Stock items: a level that movements move, and what one of them costs. */
final class StockItems extends CatalogueItems {

  StockItems(Book book) {
    super(CatalogueSpecs.STOCK_ITEMS, book);
  }

  @Override
  public void create(Row row, Body body) {
    super.create(row, body);
    BigDecimal cost = body.decimal("cost_price", BigDecimal.ZERO);
    BigDecimal level = body.decimal("quantity_in_stock", BigDecimal.ZERO);
    value(row, level, cost, cost);
  }

  @Override
  public void update(Row row, Body body) {
    super.update(row, body);
    value(row, of(row, "quantity_in_stock"), last(row), of(row, "average_cost_price"));
  }

  /** Goods that come in change the average cost, goods that go out leave it. */
  static void move(Book book, Row item, BigDecimal quantity, BigDecimal cost) {
    BigDecimal before = of(item, "quantity_in_stock");
    BigDecimal after = before.add(quantity);
    BigDecimal average = of(item, "average_cost_price");
    if (quantity.signum() > 0 && after.signum() > 0) {
      average =
          before
              .max(BigDecimal.ZERO)
              .multiply(average)
              .add(quantity.multiply(cost))
              .divide(before.max(BigDecimal.ZERO).add(quantity), 4, RoundingMode.HALF_UP);
    }
    value(item, after, quantity.signum() > 0 ? cost : last(item), average);
    item.json()
        .put("cost_price_last_updated", book.now().atZone(ZoneOffset.UTC).toLocalDate().toString());
    item.touch(book.now());
  }

  private static void value(Row row, BigDecimal level, BigDecimal last, BigDecimal average) {
    ObjectNode json = row.json();
    json.put("quantity_in_stock", Money.text(level));
    json.put("last_cost_price", Money.text(last));
    json.put("last_cost_price_stock_value", Money.text(Money.round(level.multiply(last))));
    json.put("average_cost_price", Money.text(average));
    json.put("average_cost_price_stock_value", Money.text(Money.round(level.multiply(average))));
  }

  private static BigDecimal last(Row row) {
    return of(row, "last_cost_price");
  }

  private static BigDecimal of(Row row, String field) {
    return new BigDecimal(row.json().path(field).asString("0"));
  }
}
