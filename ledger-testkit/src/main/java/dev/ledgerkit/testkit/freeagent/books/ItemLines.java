package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of an invoice or credit note, whose URLs all read {@code invoice_items}. */
final class ItemLines {
  private static final String URLS = "invoice_items";

  /** Leaves a thousand lines to each document. */
  private static final long SPACE = 1000;

  private static final List<Field> FIELDS =
      Field.table(
          """
          description!            text
          item_type               one:Hours|Days|Weeks|Months|Years|Products|Services|Training|Expenses|Comment|Bills|Discount|Credit|VAT|Stock|-no unit-
          quantity                decimal
          price                   decimal
          sales_tax_rate          decimal
          second_sales_tax_rate   decimal
          sales_tax_status        one:TAXABLE|EXEMPT|OUT_OF_SCOPE
          second_sales_tax_status text
          stock_item              link:stock_items
          category                link:categories
          project                 link:projects
          """);

  private final Book book;
  private final Documents documents;
  private final Form form;

  ItemLines(Book book, Documents documents) {
    this.book = book;
    this.documents = documents;
    this.form = new Form(FIELDS, book);
  }

  void create(Row row, Body body) {
    ArrayNode lines = row.edit().putArray(documents.items);
    check(body, true);
    for (Body line : body.list(documents.items)) {
      append(row, lines, line);
    }
  }

  void update(Row row, Body body) {
    JsonNode known = row.edit().path(documents.items);
    ArrayNode lines =
        known instanceof ArrayNode array ? array : row.edit().putArray(documents.items);
    check(body, false);
    for (Body line : body.list(documents.items)) {
      OptionalLong id = id(line);
      if (id.isEmpty()) {
        append(row, lines, line);
      } else if (!replace(row, lines, line, book.links.url(URLS, id.getAsLong()))) {
        throw Refused.because(documents.items + " is invalid");
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      ((ObjectNode) lines.get(i)).put("position", i + 1);
    }
  }

  private void check(Body body, boolean creating) {
    List<String> problems = new ArrayList<>();
    for (Body line : body.list(documents.items)) {
      boolean added = creating || id(line).isEmpty();
      problems.addAll(form.problems(line, added, documents.items + "."));
      if (line.text("item_type").equals("Stock") && !line.has("stock_item")) {
        problems.add(documents.items + ".stock_item can't be blank");
      }
    }
    Resource.refuse(problems);
  }

  /** The tables of the reference say {@code id}, and {@code url} is read too. */
  private OptionalLong id(Body line) {
    return line.has("id") ? Links.number(line.text("id")) : book.links.id(URLS, line.text("url"));
  }

  private void append(Row row, ArrayNode lines, Body line) {
    long last = 0;
    for (JsonNode each : lines) {
      last = Math.max(last, book.links.id(URLS, Json.text(each, "url")).orElse(0) % SPACE);
    }
    ObjectNode item =
        Json.object()
            .put("url", book.links.url(URLS, row.id * SPACE + last + 1))
            .put("position", lines.size() + 1)
            .put("quantity", "0.0")
            .put("price", "0.0");
    form.fill(item, line);
    if (!item.has("category") && book.category("001").isPresent()) {
      item.put("category", book.categoryUrl("001"));
    }
    tax(row, item);
    lines.add(item);
  }

  private boolean replace(Row row, ArrayNode lines, Body line, String url) {
    for (int i = 0; i < lines.size(); i++) {
      ObjectNode item = (ObjectNode) lines.get(i);
      if (Json.text(item, "url").equals(url)) {
        if (line.flag("_destroy")) {
          lines.remove(i);
        } else {
          form.fill(item, line);
          tax(row, item);
        }
        return true;
      }
    }
    return false;
  }

  /** Without a rate of its own the contact decides, and only a registered company charges. */
  private void tax(Row row, ObjectNode item) {
    if (!book.profile.registered()) {
      item.remove("sales_tax_rate");
      return;
    }
    String charge = Json.text(book.get("contacts", row.text("contact")).json(), "charge_sales_tax");
    if (!item.has("sales_tax_rate")) {
      boolean free = charge.equals("Never") || !EcStatus.taxed(row);
      item.put("sales_tax_rate", free ? "0.0" : "20.0");
    }
  }

  /** Prices are rounded before they are multiplied, and tax is rounded for each line. */
  static void total(Row row, String items, BigDecimal discount) {
    BigDecimal net = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (JsonNode item : row.json().path(items)) {
      BigDecimal line =
          Amounts.round(Amounts.round(amount(item, "price")).multiply(amount(item, "quantity")));
      line = line.subtract(Amounts.percent(line, discount));
      net = net.add(line);
      tax = tax.add(Amounts.percent(line, amount(item, "sales_tax_rate")));
    }
    row.put("net_value", net);
    row.put("sales_tax_value", tax);
    row.put("total_value", net.add(tax));
    row.edit().put("involves_sales_tax", tax.signum() != 0);
  }

  static BigDecimal amount(JsonNode item, String field) {
    String text = item.path(field).asString("");
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }
}
