package dev.ledgerkit.testkit.sage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a new business finds in its books. */
final class SeedData {
  static final int TAX_RATES = 5;
  static final int LEDGER_ACCOUNTS = Lookups.CHART.size();

  private final Book book;
  private final Map<String, Resource> resources;

  SeedData(Book book, Map<String, Resource> resources) {
    this.book = book;
    this.resources = resources;
  }

  void plant() {
    Lookups.TABLES.forEach(
        (path, entries) -> entries.forEach((id, name) -> lookup(path, id, name)));
    taxRates();
    chart();
    bankAccounts();
    contacts();
    invoices();
  }

  private void lookup(String path, String id, String name) {
    Row row = book.draft(path, id);
    row.json.put("displayed_as", name);
    // Lookups are plain references: no times.
    row.json.remove(List.of("created_at", "updated_at"));
    book.keep(path, row);
  }

  private void taxRates() {
    String country = book.business.country();
    boolean irish = country.equals("IE");
    taxRate(country + "_STANDARD", "Standard", irish ? "23" : "20");
    taxRate(country + "_LOWER", "Lower Rate", irish ? "13.5" : "5");
    taxRate(country + "_ZERO", "Zero Rated", "0");
    taxRate(country + "_EXEMPT", "Exempt", "0");
    taxRate(country + "_NO_TAX", "No Tax", "0");
    for (int i = TAX_RATES; i < book.settings.taxRates; i++) {
      taxRate(book.id("tax_rates"), "Custom " + i, "1" + i % 10 + ".5");
    }
  }

  private void taxRate(String id, String name, String percentage) {
    Row row = book.draft("tax_rates", id);
    TaxRates.fill(row.json, name, new BigDecimal(percentage), false);
    book.keep("tax_rates", row);
  }

  private void chart() {
    List<Lookups.Account> chart = Lookups.CHART;
    for (int i = 0; i < book.settings.ledgerAccounts; i++) {
      Lookups.Account model = chart.get(i % chart.size());
      boolean original = i < chart.size();
      int code = original ? model.code() : 10_000 + i;
      String name = original ? model.name() : model.name() + " " + i;
      create(
          "ledger_accounts",
          Json.object()
              .put("ledger_account_type_id", model.type())
              .put("ledger_account_group_id", model.group())
              .put("included_in_chart", true)
              .put("name", name)
              .put("display_name", name)
              .put("nominal_code", code)
              .put("tax_rate_id", book.business.country() + "_STANDARD"));
    }
  }

  private void bankAccounts() {
    for (int i = 0; i < book.settings.bankAccounts; i++) {
      boolean cash = i == 1;
      String name = i == 0 ? "Current" : cash ? "Cash in Hand" : "Account " + (i + 1);
      ObjectNode account =
          Json.object().put("bank_account_type_id", cash ? "CASH_IN_HAND" : "CHECKING");
      account
          .putObject("bank_account_details")
          .put("account_name", name)
          .put("account_number", "00000000")
          .put("sort_code", "000000");
      create("bank_accounts", account);
    }
  }

  /** A British business has contacts the provider made itself. */
  private void contacts() {
    if (book.business.country().equals("GB")) {
      contact("HMRC Payments", "VENDOR").json.put("system", true).put("deletable", false);
      contact("HMRC Reclaimed", "CUSTOMER").json.put("system", true).put("deletable", false);
    }
    for (int i = 1; i <= book.settings.contacts; i++) {
      contact("Customer " + i, "CUSTOMER");
    }
  }

  private Row contact(String name, String type) {
    ObjectNode contact = Json.object().put("name", name);
    contact.putArray("contact_type_ids").add(type);
    return create("contacts", contact);
  }

  private void invoices() {
    if (book.settings.salesInvoices == 0) {
      return;
    }
    String customer = contact("Walk-in Customer", "CUSTOMER").id;
    String account = book.rows("ledger_accounts").iterator().next().id;
    String today = book.now().toString().substring(0, 10);
    for (int i = 1; i <= book.settings.salesInvoices; i++) {
      ObjectNode invoice = Json.object().put("contact_id", customer).put("date", today);
      invoice
          .putArray("invoice_lines")
          .addObject()
          .put("description", "Seeded item " + i)
          .put("ledger_account_id", account)
          .put("quantity", "1")
          .put("unit_price", i + ".00")
          .put("tax_rate_id", book.business.country() + "_ZERO");
      create("sales_invoices", invoice);
    }
  }

  private Row create(String path, ObjectNode fields) {
    Row row = book.draft(path);
    Resource resource = resources.get(path);
    if (resource == null) {
      throw new IllegalStateException("No resource " + path + ".");
    }
    resource.rules().create(row, new Body(fields, ""));
    book.keep(path, row);
    return row;
  }
}
