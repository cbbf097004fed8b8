package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import dev.ledgerkit.testkit.wire.WireRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a new company finds in its books, the same in every run. Records of large counts are rows
 * without content: it is made from their number when somebody reads.
 */
final class Seeds {
  private final Book book;
  private final SeedPlan plan;
  private final SeedMoney money;

  /** {@code listed} tells how many records a list shows. */
  Seeds(Book book, ToIntFunction<String> listed) {
    this.book = book;
    users();
    categories();
    bankAccounts();
    int everything = book.profile.seeds(CompanyProfile.EVERYTHING);
    int there = listed.applyAsInt("categories") + listed.applyAsInt("bank_accounts");
    this.plan =
        everything > 0
            ? SeedPlan.everything(everything - there, book.now())
            : SeedPlan.asked(book.profile, book.now());
    this.money = new SeedMoney(book, plan);
  }

  void plant() {
    long contacts = sow("contacts", this::contact);
    int customers = plan.count("contacts");
    boolean documents =
        plan.count("invoices")
                + plan.count("credit_notes")
                + plan.count("bills")
                + plan.count("projects")
            > 0;
    if (customers == 0 && documents) {
      create("contacts", Json.object().put("organisation_name", "Walk-in Customer"));
      contacts = book.table("contacts").at(0).id;
      customers = 1;
    }
    long first = contacts;
    int among = customers;
    sow("projects", (id, i) -> project(book.links.url("contacts", first + i % among), i));
    sow("invoices", (id, i) -> sale(id, i, book.links.url("contacts", first + i % among), 1));
    sow("credit_notes", (id, i) -> sale(id, i, book.links.url("contacts", first + i % among), -1));
    sow("bills", (id, i) -> bill(id, i, book.links.url("contacts", first + i % among)));
    sow("expenses", (id, i) -> expense(i));
    sow("price_list_items", (id, i) -> priceListItem(i));
    sow("stock_items", (id, i) -> stockItem(i));
    sow("journal_sets", this::journalSet);
    sow("bank_transactions", (id, i) -> money.transaction(i));
    sow("bank_transaction_explanations", (id, i) -> money.explanation(i));
    sow("credit_note_reconciliations", money::reconciliation);
  }

  /** Makes the content of the {@code i}-th record, counted from 0. */
  private interface Seed {
    ObjectNode content(long id, int i);
  }

  /** Plants rows; returns the first number. */
  private long sow(String path, Seed seed) {
    int count = plan.count(path);
    long first = 0;
    for (int i = 0; i < count; i++) {
      long id = book.nextId();
      first = i == 0 ? id : first;
      int index = i;
      Row row =
          new Row(
              id, path, plan.planted(path, i), book.undo, number -> seed.content(number, index));
      row.touch(money.updated(path, i));
      book.keep(row);
    }
    money.begins(path, first);
    book.numbers.skip(path, count);
    return first;
  }

  private LocalDate day(String path, int i) {
    return plan.day(path, i);
  }

  private void users() {
    boolean first = true;
    for (CompanyProfile.User user : book.profile.users()) {
      Row row = book.draft("users");
      row.edit()
          .put("email", user.email())
          .put("first_name", "Sim")
          .put("last_name", user.email().replaceAll("@.*", ""))
          .put("role", first ? "Owner" : "Employee")
          .put("permission_level", user.permissionLevel())
          .put("opening_mileage", "0.0")
          .put("hidden", false);
      book.keep(row);
      first = false;
    }
  }

  private void categories() {
    for (Chart.Line line : Chart.lines()) {
      Row row = book.draft("categories");
      ObjectNode json =
          row.edit().put("description", line.description()).put("nominal_code", line.code());
      if (!line.reporting().isEmpty()) {
        json.put("tax_reporting_name", line.reporting());
      }
      if (!line.rate().isEmpty()) {
        json.put("auto_sales_tax_rate", line.rate());
        json.put("group_description", line.code().startsWith("0") ? "Income" : "Costs");
      }
      if (!line.allowable().equals("-")) {
        json.put("allowable_for_tax", line.allowable().equals("y"));
      }
      book.keep(row);
    }
  }

  private void bankAccounts() {
    for (int i = 0; i < book.profile.seeds("bank_accounts"); i++) {
      create(
          "bank_accounts",
          Json.object()
              .put("name", i == 0 ? "Business Current Account" : "Account " + (i + 1))
              .put("opening_balance", i == 0 ? "1000.0" : "0.0")
              .put("account_number", "0000000" + i % 10)
              .put("sort_code", "00-00-00"));
    }
  }

  private void create(String path, ObjectNode fields) {
    WireRequest nobody = new WireRequest("POST", Links.BASE, Map.of(), Map.of(), "");
    book.resource(path).insert(new Body(fields), Call.of(nobody, 0, book.today()));
  }

  private ObjectNode contact(long id, int i) {
    ObjectNode json =
        Json.object()
            .put("organisation_name", String.format(Locale.ROOT, "Customer %06d Ltd", i + 1))
            .put("email", "customer" + (i + 1) + "@example.com")
            .put("town", "Town " + i % 97);
    Contacts.defaults(json);
    return json;
  }

  private ObjectNode project(String contact, int i) {
    return Json.object()
        .put("contact", contact)
        .put("name", "Project " + (i + 1))
        .put("status", i % 5 == 4 ? "Completed" : "Active")
        .put("currency", book.profile.currency())
        .put("budget", BigDecimal.valueOf(i % 40))
        .put("budget_units", "Days")
        .put("hours_per_day", "8.0")
        .put("normal_billing_rate", "0.0")
        .put("billing_period", "day");
  }

  /**
   * One line over a price that differs from its neighbours', tax on top in a registered company.
   */
  private ObjectNode sale(long id, int i, String contact, int sign) {
    String kind = sign > 0 ? "invoice" : "credit_note";
    BigDecimal net = SeedMoney.net(i).multiply(BigDecimal.valueOf(sign));
    BigDecimal rate = money.rate();
    BigDecimal tax = Amounts.percent(net, rate);
    LocalDate on = day(kind + "s", i);
    ObjectNode json =
        Json.object()
            .put("contact", contact)
            .put("contact_name", "Customer")
            .put("dated_on", on.toString())
            .put("due_on", on.plusDays(30).toString())
            .put("payment_terms_in_days", 30)
            .put("reference", String.format(Locale.ROOT, "%03d", i + 1))
            .put("currency", book.profile.currency())
            .put("exchange_rate", "1.0")
            .put("status", Documents.OPEN)
            .put("net_value", Amounts.text(net))
            .put("sales_tax_value", Amounts.text(tax))
            .put("total_value", Amounts.text(net.add(tax)))
            .put("due_value", Amounts.text(net.add(tax)))
            .put(sign > 0 ? "paid_value" : "refunded_value", "0.0")
            .put("involves_sales_tax", tax.signum() != 0)
            .put("omit_header", false);
    if (sign > 0) {
      money.settleInvoice(json, i);
    } else {
      money.settleCreditNote(json, i);
    }
    json.putArray(kind + "_items")
        .addObject()
        .put("url", book.links.url("invoice_items", id * 1000 + 1))
        .put("position", 1)
        .put("description", "Seeded item " + (i + 1))
        .put("item_type", "Products")
        .put("quantity", "1.0")
        .put("price", Amounts.text(net))
        .put("sales_tax_rate", Amounts.text(rate))
        .put("category", book.categoryUrl("001"));
    return json;
  }

  private ObjectNode bill(long id, int i, String contact) {
    BigDecimal total = SeedMoney.billTotal(i);
    String on = day("bills", i).toString();
    ObjectNode json =
        Json.object()
            .put("contact", contact)
            .put("contact_name", "Supplier")
            .put("reference", "B-" + (i + 1))
            .put("dated_on", on)
            .put("due_on", day("bills", i).plusDays(30).toString())
            .put("currency", book.profile.currency())
            .put("total_value", Amounts.text(total))
            .put("net_value", Amounts.text(total.negate()))
            .put("sales_tax_value", "0.0")
            .put("paid_value", "0.0")
            .put("due_value", Amounts.text(total))
            .put("native_due_value", Amounts.text(total))
            .put("next_item", 1);
    money.settleBill(json, i);
    json.putArray("bill_items")
        .addObject()
        .put("url", book.links.url("bill_items", id * 1000 + 1))
        .put("bill", book.links.url("bills", id))
        .put("category", book.categoryUrl("364"))
        .put("description", "Seeded item " + (i + 1))
        .put("total_value", Amounts.text(total))
        .put("total_value_ex_tax", Amounts.text(total))
        .put("sales_tax_rate", "0.0")
        .put("sales_tax_value", "0.0");
    return json;
  }

  private ObjectNode expense(int i) {
    String amount = Amounts.text(BigDecimal.valueOf(-100L - i % 5000, 2));
    return Json.object()
        .put("user", book.url(book.table("users").at(0)))
        .put("category", book.categoryUrl("365"))
        .put("dated_on", day("expenses", i).toString())
        .put("description", "Seeded expense " + (i + 1))
        .put("currency", book.profile.currency())
        .put("gross_value", amount)
        .put("native_gross_value", amount)
        .put("sales_tax_rate", "0.0")
        .put("sales_tax_value", "0.0");
  }

  private ObjectNode priceListItem(int i) {
    return Json.object()
        .put("code", String.format(Locale.ROOT, "P%06d", i + 1))
        .put("description", "Seeded product " + (i + 1))
        .put("item_type", "Products")
        .put("quantity", "1.0")
        .put("price", Amounts.text(BigDecimal.valueOf(99L + i % 900, 2)))
        .put("vat_status", "standard")
        .put("sales_tax_rate", "0.0")
        .put("second_sales_tax_rate", "0.0")
        .put("category", book.categoryUrl("001"));
  }

  private ObjectNode stockItem(int i) {
    return Json.object()
        .put("description", "Seeded stock " + (i + 1))
        .put("opening_quantity", "10.0")
        .put("opening_balance", "100.0")
        .put("cost_of_sale_category", book.categoryUrl("101"));
  }

  private ObjectNode journalSet(long id, int i) {
    ObjectNode json =
        Json.object()
            .put("dated_on", day("journal_sets", i).toString())
            .put("description", "Seeded journal " + (i + 1))
            .put("tag", "SEED-" + (i + 1));
    String amount = Amounts.text(BigDecimal.valueOf(1L + i % 500));
    var entries = json.putArray("journal_entries");
    for (String code : List.of("364", "001")) {
      entries
          .addObject()
          .put("url", book.links.url("journal_sets", id + "/journal_entries/" + code))
          .put("category", book.categoryUrl(code))
          .put("debit_value", code.equals("364") ? amount : "-" + amount);
    }
    return json;
  }
}
