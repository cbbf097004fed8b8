package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Resource;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.sage.table.Seeded;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What a new business finds in its books. */
final class SeedData {
  static final int TAX_RATES = 5;

  private final Book book;
  private final SeedCounts counts;
  private final Map<String, Resource> resources;

  SeedData(Book book, SeedCounts counts, Map<String, Resource> resources) {
    this.book = book;
    this.counts = counts;
    this.resources = resources;
  }

  void plant() {
    Lookups.ALL.forEach(lookup -> lookup.entries().lines().forEach(line -> lookup(lookup, line)));
    taxRates();
    chart();
    bankAccounts();
    contacts();
  }

  private void lookup(Lookups.Lookup lookup, String entry) {
    int space = entry.indexOf(' ');
    String path = lookup.spec().path();
    Row row = book.draft(path, entry.substring(0, space));
    String name = entry.substring(space + 1);
    row.json().put("displayed_as", name);
    // Lookups are plain references: no times.
    row.json().remove(List.of("created_at", "updated_at"));
    if (path.equals("address_regions")) {
      row.json().put("code", row.id().substring("CA-".length())).put("name", name);
    }
    book.keep(row);
  }

  private void taxRates() {
    String country = book.business().country();
    boolean irish = country.equals("IE");
    taxRate(country + "_STANDARD", "Standard", irish ? "23" : "20");
    taxRate(country + "_LOWER", "Lower Rate", irish ? "13.5" : "5");
    taxRate(country + "_ZERO", "Zero Rated", "0");
    taxRate(country + "_EXEMPT", "Exempt", "0");
    taxRate(country + "_NO_TAX", "No Tax", "0");
    for (int i = TAX_RATES; i < counts.taxRates(); i++) {
      Row row = book.draft("tax_rates");
      TaxRates.fill(row.json(), "Custom " + i, new BigDecimal("1" + i % 10 + ".5"), false);
      book.keep(row);
    }
  }

  private void taxRate(String id, String name, String percentage) {
    Row row = book.draft("tax_rates", id);
    TaxRates.fill(row.json(), name, new BigDecimal(percentage), false);
    book.keep(row);
  }

  private void chart() {
    List<Chart.Account> chart = Chart.ACCOUNTS;
    for (int i = 0; i < counts.ledgerAccounts(); i++) {
      Chart.Account model = chart.get(i % chart.size());
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
              .put("tax_rate_id", book.business().country() + "_STANDARD"));
    }
  }

  private void bankAccounts() {
    for (int i = 0; i < counts.bankAccounts(); i++) {
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
    if (book.business().country().equals("GB")) {
      contact("HMRC Payments", "VENDOR").json().put("system", true).put("deletable", false);
      contact("HMRC Reclaimed", "CUSTOMER").json().put("system", true).put("deletable", false);
    }
    Resource contacts = resource("contacts");
    String prefix = Seeded.prefix(book.business().id(), "contacts");
    Instant born = book.now();
    book.seed(
        "contacts",
        new Seeded(
            counts.contacts(),
            prefix,
            i ->
                new Row(
                    Seeded.id(prefix, i),
                    "contacts",
                    i + 1L,
                    born,
                    row ->
                        contacts.rules().create(row, named("Customer " + (i + 1), "CUSTOMER")))));
  }

  /** Somebody for the seeded invoices to be for. */
  String walkIn() {
    return contact("Walk-in Customer", "CUSTOMER").id();
  }

  private Row contact(String name, String type) {
    return create("contacts", named(name, type));
  }

  private static Body named(String name, String type) {
    ObjectNode contact = Json.object().put("name", name);
    contact.putArray("contact_type_ids").add(type);
    return new Body(contact, "");
  }

  private Row create(String path, ObjectNode fields) {
    return create(path, new Body(fields, ""));
  }

  private Row create(String path, Body body) {
    Row row = book.draft(path);
    resource(path).rules().create(row, body);
    book.keep(row);
    return row;
  }

  private Resource resource(String path) {
    Resource resource = resources.get(path);
    if (resource == null) {
      throw new IllegalStateException("No resource " + path + ".");
    }
    return resource;
  }
}
