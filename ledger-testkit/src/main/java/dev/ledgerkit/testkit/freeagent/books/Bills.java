package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bills; live, the total is positive while net and tax are negative. */
final class Bills implements Rules {
  static final Spec SPEC =
      Spec.of(
              "bills",
              "bill",
              5,
              "LCGUD",
              """
              contact!                    link:contacts
              reference!                  text
              dated_on!                   date
              due_on!                     date
              currency                    text
              comments                    text
              project                     link:projects
              ec_status                   one:UK/Non-EC|EC Goods|EC Services|Reverse Charge
              input_total_values_inc_tax  flag
              rebill_type                 one:cost|markup|price
              rebill_factor               decimal
              recurring                   one:Weekly|Two Weekly|Four Weekly|Monthly|Two Monthly|Quarterly|Biannually|Annually|2-Yearly
              recurring_end_date          date
              cis_deduction_band          one:cis_gross|cis_standard|cis_higher
              property                    text
              """)
          .views(
              "all",
              "open",
              "overdue",
              "open_or_overdue",
              "open_or_overdue_payments",
              "open_or_overdue_refunds",
              "paid",
              "recurring",
              "hire_purchase",
              "cis")
          .links("contact", "project")
          .dated("dated_on");

  private static final List<Field> ITEM =
      Field.table(
          """
          category!                link:categories
          description              text
          total_value              decimal
          total_value_ex_tax       decimal
          sales_tax_rate           decimal
          manual_sales_tax_amount  decimal
          sales_tax_status         one:TAXABLE|EXEMPT|OUT_OF_SCOPE
          unit                     text
          quantity                 decimal
          stock_item               link:stock_items
          stock_altering_quantity  decimal
          project                  link:projects
          """);

  private static final int MOST_ITEMS = 40;
  private static final long SPACE = 1000;
  private static final Set<String> OWING = Set.of("Open", "Overdue");

  private final Book book;
  private final Attachments attachments;

  Bills(Book book, Attachments attachments) {
    this.book = book;
    this.attachments = attachments;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    if (!body.has("bill_items") || body.list("bill_items").isEmpty()) {
      throw Refused.because("bill_items can't be blank");
    }
    ObjectNode json = row.edit();
    if (!json.has("currency")) {
      json.put("currency", book.profile.currency());
    }
    json.put("is_paid_by_hire_purchase", false).put("paid_value", "0.0");
    json.putArray("bill_items");
    update(row, body, call);
  }

  @Override
  public void update(Row row, Body body, Call call) {
    ArrayNode items = (ArrayNode) row.edit().path("bill_items");
    for (Body item : body.list("bill_items")) {
      item(row, items, item);
    }
    if (items.size() > MOST_ITEMS) {
      throw Refused.because("bill_items are too many (maximum is " + MOST_ITEMS + ")");
    }
    Row contact = book.get("contacts", row.text("contact"));
    row.edit().put("contact_name", Contacts.displayName(contact));
    total(row, items);
    attachments.write(row, body, false);
  }

  /** Items are named by their URL here, unlike those of an invoice. */
  private void item(Row row, ArrayNode items, Body sent) {
    for (int i = 0; sent.has("url") && i < items.size(); i++) {
      if (Json.text(items.get(i), "url").equals(sent.text("url"))) {
        if (sent.flag("_destroy")) {
          items.remove(i);
        } else {
          fill((ObjectNode) items.get(i), sent);
        }
        return;
      }
    }
    if (sent.has("url")) {
      throw Refused.because("bill_items is invalid");
    }
    List<String> problems =
        new ArrayList<>(new Form(ITEM, book).problems(sent, true, "bill_items."));
    if (!sent.has("total_value") && !sent.has("total_value_ex_tax")) {
      problems.add("bill_items.total_value can't be blank");
    }
    Resource.refuse(problems);
    long number = row.json().path("next_item").asLong(0) + 1;
    row.edit().put("next_item", number);
    ObjectNode item =
        Json.object().put("url", book.links.url("bill_items", row.id * SPACE + number));
    item.put("bill", book.url(row));
    fill(item, sent);
    items.add(item);
  }

  private void fill(ObjectNode item, Body sent) {
    new Form(ITEM, book).fill(item, sent);
    BigDecimal rate =
        item.has("sales_tax_rate") && book.profile.registered()
            ? ItemLines.amount(item, "sales_tax_rate")
            : PurchaseTax.rate(book, Json.text(item, "category"));
    BigDecimal total;
    BigDecimal tax;
    if (sent.has("total_value_ex_tax") && !sent.has("total_value")) {
      BigDecimal net = ItemLines.amount(item, "total_value_ex_tax");
      tax = Amounts.percent(net, rate);
      total = net.add(tax);
    } else {
      total = ItemLines.amount(item, "total_value");
      tax = Amounts.within(total, rate);
    }
    if (sent.has("manual_sales_tax_amount")) {
      tax = ItemLines.amount(item, "manual_sales_tax_amount");
    }
    item.put("sales_tax_rate", Amounts.text(rate)).put("total_value", Amounts.text(total));
    item.put("total_value_ex_tax", Amounts.text(total.subtract(tax)));
    item.put("sales_tax_value", Amounts.text(tax.negate())).put("sales_tax_status", "TAXABLE");
  }

  private static void total(Row row, ArrayNode items) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal tax = BigDecimal.ZERO;
    for (JsonNode item : items) {
      total = total.add(ItemLines.amount(item, "total_value"));
      tax = tax.add(ItemLines.amount(item, "sales_tax_value"));
    }
    row.put("total_value", total);
    row.put("sales_tax_value", tax);
    row.put("net_value", total.add(tax).negate());
    owed(row);
  }

  private static void owed(Row row) {
    BigDecimal due = row.decimal("total_value").subtract(row.decimal("paid_value"));
    row.put("due_value", due);
    row.put("native_due_value", due);
  }

  void settle(Row row, BigDecimal amount, LocalDate on) {
    row.put("paid_value", row.decimal("paid_value").add(amount));
    owed(row);
    if (row.decimal("due_value").signum() == 0) {
      row.edit().put("paid_on", on.toString());
    } else {
      row.edit().remove("paid_on");
    }
    row.touch(book.now());
  }

  @Override
  public void delete(Row row) {
    if (row.decimal("paid_value").signum() != 0) {
      throw Refused.with(403, "The bill has payments");
    }
  }

  private String status(Row row) {
    int total = row.decimal("total_value").signum();
    if (total == 0) {
      return "Zero Value";
    }
    if (row.decimal("due_value").signum() == 0) {
      return total > 0 ? "Paid" : "Refunded";
    }
    return row.date("due_on").filter(d -> d.isBefore(book.today())).isPresent()
        ? "Overdue"
        : "Open";
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    json.put("status", status(row)).put("long_status", status(row)).remove("next_item");
    json.put("is_locked", row.date("dated_on").filter(book.locks::locked).isPresent());
    attachments.show(row, json, false);
    if (!single && !call.asks("nested_bill_items")) {
      json.remove("bill_items");
    }
  }

  @Override
  public boolean inView(Row row, String view) {
    String status = status(row);
    int total = row.decimal("total_value").signum();
    return switch (view) {
      case "open" -> status.equals("Open");
      case "overdue" -> status.equals("Overdue");
      case "open_or_overdue" -> OWING.contains(status);
      case "open_or_overdue_payments" -> OWING.contains(status) && total > 0;
      case "open_or_overdue_refunds" -> OWING.contains(status) && total < 0;
      case "paid" -> status.equals("Paid");
      case "recurring" -> row.json().has("recurring");
      case "cis" -> row.json().has("cis_deduction_band");
      default -> row.flag("is_paid_by_hire_purchase");
    };
  }
}
