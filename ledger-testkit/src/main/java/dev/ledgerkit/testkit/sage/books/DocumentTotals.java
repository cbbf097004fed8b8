package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Money;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds up lines and shipping into a document's amounts. */
final class DocumentTotals {
  private DocumentTotals() {}

  static void write(
      ObjectNode json,
      DocumentKind kind,
      List<DocumentLine> lines,
      BigDecimal shipping,
      String shippingRate,
      Book book) {
    BigDecimal shippingTax = BigDecimal.ZERO;
    if (kind.customer()) {
      // The shipping panel computes its own tax from the rate, whatever was sent.
      shippingTax = Money.percent(shipping, book.taxPercentage(shippingRate));
      json.set("shipping_tax_rate", book.reference("tax_rates", shippingRate));
      json.putArray("shipping_tax_breakdown");
      both(json, "shipping_net_amount", shipping);
      both(json, "shipping_tax_amount", shippingTax);
      both(json, "shipping_total_amount", shipping.add(shippingTax));
      both(json, "total_discount_amount", sum(lines, DocumentLine::discount));
    }
    BigDecimal net = sum(lines, DocumentLine::net).add(shipping);
    BigDecimal tax = sum(lines, DocumentLine::tax).add(shippingTax);
    both(json, "net_amount", net);
    both(json, "tax_amount", tax);
    both(json, "total_amount", net.add(tax));
    json.put("total_quantity", Money.text(sum(lines, DocumentLine::quantity)));
    ArrayNode written = json.putArray(kind.lines());
    lines.forEach(line -> written.add(line.json()));
    analysis(json.putArray("tax_analysis"), lines, book);
  }

  private static void analysis(ArrayNode analysis, List<DocumentLine> lines, Book book) {
    Map<String, BigDecimal[]> byRate = new LinkedHashMap<>();
    for (DocumentLine line : lines) {
      BigDecimal[] sums =
          byRate.computeIfAbsent(
              line.taxRateId(), r -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
      sums[0] = sums[0].add(line.net());
      sums[1] = sums[1].add(line.tax());
    }
    byRate.forEach(
        (rate, sums) -> {
          ObjectNode entry = analysis.addObject();
          entry.set("tax_rate", book.reference("tax_rates", rate));
          entry.put("net_amount", Money.text(sums[0])).put("tax_amount", Money.text(sums[1]));
          entry.put("total_amount", Money.text(sums[0].add(sums[1])));
          entry.put("goods_amount", "0.0").put("service_amount", "0.0");
        });
  }

  static void both(ObjectNode json, String field, BigDecimal amount) {
    json.put(field, Money.text(amount));
    json.put("base_currency_" + field, Money.text(amount));
  }

  private static BigDecimal sum(List<DocumentLine> lines, Function<DocumentLine, BigDecimal> part) {
    return lines.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
