package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One line of a document with its sums. */
record DocumentLine(
    ObjectNode json,
    String taxRateId,
    BigDecimal quantity,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal discount) {

  static DocumentLine of(Body sent, String id, boolean sale, Book book) {
    BigDecimal quantity = sent.decimal("quantity", BigDecimal.ONE);
    BigDecimal price = sent.decimal("unit_price", BigDecimal.ZERO);
    BigDecimal full = quantity.multiply(price);
    BigDecimal percentage = sent.decimal("discount_percentage", BigDecimal.ZERO);
    BigDecimal discount =
        Money.round(
            sent.decimal("discount_amount").orElseGet(() -> Money.percent(full, percentage)));
    BigDecimal sum = Money.round(full.subtract(discount));
    boolean inclusive = sent.flag("unit_price_includes_tax");
    String rate = sent.text("tax_rate_id");
    BigDecimal rated = book.taxPercentage(rate);
    // The client computes the tax; one it leaves out is zero, whatever the rate says.
    BigDecimal tax =
        Money.round(
            sent.decimal("tax_amount")
                .orElseGet(
                    () ->
                        book.settings().computeOmittedTax()
                            ? tax(sum, rated, inclusive)
                            : BigDecimal.ZERO));
    BigDecimal net = inclusive ? sum.subtract(tax) : sum;

    ObjectNode json = Json.object().put("id", id);
    json.put("displayed_as", sent.text("description")).put("description", sent.text("description"));
    json.set("product", book.reference("products", sent.text("product_id")));
    json.set("service", book.reference("services", sent.text("service_id")));
    json.set("ledger_account", book.reference("ledger_accounts", sent.text("ledger_account_id")));
    json.put("trade_of_asset", sent.flag("trade_of_asset"));
    json.put("quantity", Money.text(quantity)).put("unit_price", Money.text(price));
    json.put("net_amount", Money.text(net));
    JsonNode taxRate = book.reference("tax_rates", rate);
    json.set("tax_rate", taxRate);
    json.put("tax_amount", Money.text(tax));
    ObjectNode breakdown = json.putArray("tax_breakdown").addObject();
    breakdown.set("tax_rate", taxRate.deepCopy());
    breakdown.put("percentage", Money.text(rated)).put("amount", Money.text(tax));
    json.put("total_amount", Money.text(net.add(tax)));
    json.put("base_currency_unit_price", Money.text(price));
    json.put("unit_price_includes_tax", inclusive);
    json.put("base_currency_net_amount", Money.text(net));
    json.put("base_currency_tax_amount", Money.text(tax));
    json.put("base_currency_total_amount", Money.text(net.add(tax)));
    json.putNull("eu_goods_services_type");
    if (sale) {
      json.put("discount_amount", Money.text(discount));
      json.put("base_currency_discount_amount", Money.text(discount));
      json.put("discount_percentage", Money.text(percentage)).putNull("eu_sales_description");
    } else {
      json.put("is_purchase_for_resale", sent.flag("is_purchase_for_resale"));
      json.put("gst_amount", sent.decimal("gst_amount").map(Money::text).orElse(null));
      json.put("pst_amount", sent.decimal("pst_amount").map(Money::text).orElse(null));
      json.put("tax_recoverable", sent.flag("tax_recoverable"));
    }
    return new DocumentLine(json, rate, quantity, net, tax, discount);
  }

  private static BigDecimal tax(BigDecimal sum, BigDecimal percentage, boolean inclusive) {
    if (!inclusive) {
      return Money.percent(sum, percentage);
    }
    BigDecimal hundred = BigDecimal.valueOf(100);
    return sum.multiply(percentage).divide(hundred.add(percentage), 2, RoundingMode.HALF_UP);
  }
}
