package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.Row;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes up what somebody might write into a record, by a seed. */
final class Inventions {
  private static final int CODES = 900_000;

  private final ChurnTools tools;
  private final DocumentInventions documents;

  Inventions(ChurnTools tools) {
    this.tools = tools;
    this.documents = new DocumentInventions(tools);
  }

  /** A new record; empty if what it needs is not there. */
  Optional<ObjectNode> create(String path) {
    return switch (path) {
      case "tax_rates" -> some(named("Rate").put("percentage", tools.below(30) + ".5"));
      case "ledger_accounts" -> some(ledgerAccount());
      case "bank_accounts" -> some(bankAccount());
      case "contacts" -> some(contact());
      case "addresses" -> some(address());
      case "contact_persons" -> some(person());
      case "product_sales_price_types", "service_rate_types" ->
          some(named("Price").put("active", true));
      case "products", "services" -> some(item());
      case "stock_items" -> some(item().put("quantity_in_stock", tools.below(100) + ".0"));
      case "stock_movements" -> some(movement());
      default -> documents.create(path);
    };
  }

  private static Optional<ObjectNode> some(ObjectNode fields) {
    return Optional.of(fields);
  }

  private ObjectNode named(String what) {
    return Json.object().put("name", tools.text(what));
  }

  private ObjectNode ledgerAccount() {
    String name = tools.text("Account");
    return Json.object()
        .put("ledger_account_type_id", tools.below(2) == 0 ? "OVERHEADS" : "SALES")
        .put("included_in_chart", true)
        .put("name", name)
        .put("display_name", name)
        .put("nominal_code", 10_000 + tools.below(CODES))
        .put("tax_rate_id", standardRate());
  }

  private String standardRate() {
    return tools.book().business().country() + "_STANDARD";
  }

  private ObjectNode bankAccount() {
    ObjectNode account = Json.object().put("bank_account_type_id", "SAVINGS");
    account.putObject("bank_account_details").put("account_name", tools.text("Savings"));
    return account;
  }

  private ObjectNode contact() {
    ObjectNode contact = named("Company").put("credit_days", tools.below(60));
    contact.putArray("contact_type_ids").add(tools.below(3) == 0 ? "VENDOR" : "CUSTOMER");
    contact
        .putObject("main_address")
        .put("address_line_1", tools.below(200) + " High Street")
        .put("city", tools.text("Town"))
        .put("postal_code", "NE" + tools.below(99) + " 1AA");
    contact
        .putObject("main_contact_person")
        .put("name", tools.text("Person"))
        .put("email", tools.text("p").replace(' ', '.') + "@example.com");
    return contact;
  }

  private ObjectNode address() {
    return Json.object()
        .put("address_type_id", "DELIVERY")
        .put("name", "Warehouse")
        .put("is_main_address", false)
        .put("address_line_1", tools.below(200) + " Dock Road")
        .put("city", tools.text("Port"))
        .put("contact_id", tools.id("contacts"));
  }

  private ObjectNode person() {
    ObjectNode person = named("Person").put("address_id", tools.id("addresses"));
    person.putArray("contact_person_type_ids").add("ACCOUNTS");
    return person.put("telephone", "0191 " + tools.below(CODES));
  }

  private ObjectNode item() {
    String account = tools.id("ledger_accounts");
    return Json.object()
        .put("item_code", "I" + tools.below(Integer.MAX_VALUE))
        .put("description", tools.text("Item"))
        .put("sales_ledger_account_id", account)
        .put("purchase_ledger_account_id", account)
        .put("cost_price", tools.amount(100));
  }

  private ObjectNode movement() {
    return Json.object()
        .put("stock_item_id", tools.id("stock_items"))
        .put("date", tools.day())
        .put("quantity", Integer.toString(1 + tools.below(50)))
        .put("cost_price", tools.amount(100))
        .put("details", tools.text("Counted"));
  }

  /** Other content for a record that is there. */
  ObjectNode edit(Row row) {
    ObjectNode fields = Json.object();
    switch (row.path()) {
      case "tax_rates", "product_sales_price_types", "service_rate_types" ->
          fields.put("name", tools.text("Renamed"));
      case "ledger_accounts" ->
          fields
              .put("name", tools.text("Renamed"))
              .put("tax_rate_id", row.idOf("tax_rate"))
              .put("included_in_chart", tools.below(2) == 0);
      case "bank_accounts" ->
          fields.putObject("bank_account_details").put("account_name", tools.text("Renamed"));
      case "contacts" -> contact(fields);
      case "addresses" -> fields.put("city", tools.text("Town"));
      case "contact_persons" -> fields.put("telephone", "0191 " + tools.below(CODES));
      case "products", "services", "stock_items" ->
          fields.put("description", tools.text("Item")).put("cost_price", tools.amount(100));
      case "stock_movements" ->
          fields.put("quantity", tools.amount(50)).put("details", tools.text("Counted"));
      default -> documents.edit(row, fields);
    }
    return fields;
  }

  private void contact(ObjectNode fields) {
    switch (tools.below(3)) {
      case 0 -> fields.put("name", tools.text("Company"));
      case 1 -> fields.putObject("main_address").put("city", tools.text("Town"));
      default -> fields.put("notes", tools.text("Called")).put("credit_limit", tools.amount(5000));
    }
  }
}
