package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.Json;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes up what somebody might write into a record, by a seed. */
final class Inventions {
  private final ChurnTools tools;
  private final MoneyInventions money;

  Inventions(ChurnTools tools) {
    this.tools = tools;
    this.money = new MoneyInventions(tools);
  }

  /** A new record; empty if what it needs is not there. */
  Optional<ObjectNode> create(String path) {
    return switch (path) {
      case "contacts" -> Optional.of(contact());
      case "bank_accounts" -> Optional.of(bankAccount());
      case "projects" -> Optional.of(project());
      case "price_list_items" -> Optional.of(priceListItem());
      case "invoices" -> Optional.of(document("invoice_items", 1));
      case "credit_notes" -> Optional.of(document("credit_note_items", -1));
      case "bills" -> Optional.of(bill());
      case "expenses" -> Optional.of(expense());
      case "journal_sets" -> Optional.of(journalSet());
      default -> money.create(path);
    };
  }

  /** The transaction gets an explanation, if it needs one. */
  boolean explained(Row transaction) {
    Optional<ObjectNode> fields = money.explanation(transaction);
    fields.ifPresent(
        body -> tools.book.resource(Explanations.SPEC.path()).insert(new Body(body), tools.call));
    return fields.isPresent();
  }

  private ObjectNode contact() {
    return Json.object()
        .put("organisation_name", tools.text("Company"))
        .put("email", "c" + tools.below(Integer.MAX_VALUE) + "@example.com")
        .put("town", tools.text("Town"));
  }

  private ObjectNode bankAccount() {
    return Json.object()
        .put("name", tools.text("Account"))
        .put("opening_balance", Amounts.text(tools.amount(900)));
  }

  private ObjectNode project() {
    return Json.object()
        .put("contact", tools.url("contacts"))
        .put("name", tools.text("Project"))
        .put("status", "Active")
        .put("currency", tools.book.profile.currency())
        .put("budget_units", "Days")
        .put("budget", tools.below(40));
  }

  private ObjectNode priceListItem() {
    return Json.object()
        .put("code", "C" + tools.below(Integer.MAX_VALUE))
        .put("quantity", "1")
        .put("item_type", "Products")
        .put("description", tools.text("Product"))
        .put("price", Amounts.text(tools.amount(900)));
  }

  private ObjectNode document(String items, int sign) {
    ObjectNode fields =
        Json.object()
            .put("contact", tools.url("contacts"))
            .put("dated_on", tools.day())
            .put("payment_terms_in_days", tools.below(60));
    var lines = fields.putArray(items);
    for (int i = tools.below(3); i >= 0; i--) {
      lines
          .addObject()
          .put("description", tools.text("Goods"))
          .put("item_type", "Products")
          .put("quantity", Integer.toString(1 + tools.below(9)))
          .put("price", Amounts.text(tools.amount(500).multiply(BigDecimal.valueOf(sign))));
    }
    return fields;
  }

  private ObjectNode bill() {
    ObjectNode fields =
        Json.object()
            .put("contact", tools.url("contacts"))
            .put("reference", tools.text("Bill"))
            .put("dated_on", tools.day())
            .put("due_on", tools.book.today().plusDays(tools.below(30)).toString());
    fields
        .putArray("bill_items")
        .addObject()
        .put("category", tools.book.categoryUrl("364"))
        .put("description", tools.text("Cover"))
        .put("total_value", Amounts.text(tools.amount(900)));
    return fields;
  }

  private ObjectNode expense() {
    return Json.object()
        .put("user", tools.url("users"))
        .put("category", tools.book.categoryUrl("365"))
        .put("dated_on", tools.day())
        .put("description", tools.text("Train"))
        .put("gross_value", Amounts.text(tools.amount(200).negate()));
  }

  private ObjectNode journalSet() {
    ObjectNode fields =
        Json.object()
            .put("dated_on", tools.day())
            .put("description", tools.text("Journal"))
            .put("tag", tools.text("TAG"));
    String amount = Amounts.text(tools.amount(900));
    var entries = fields.putArray("journal_entries");
    entries.addObject().put("category", tools.book.categoryUrl("364")).put("debit_value", amount);
    entries
        .addObject()
        .put("category", tools.book.categoryUrl("001"))
        .put("debit_value", "-" + amount);
    return fields;
  }

  /** Other content for a record that is there. */
  ObjectNode edit(Row row) {
    ObjectNode fields = Json.object();
    switch (row.path) {
      case "contacts" -> contact(fields);
      case "bank_accounts", "projects" -> fields.put("name", tools.text("Renamed"));
      case "price_list_items" ->
          fields
              .put("description", tools.text("Product"))
              .put("price", Amounts.text(tools.amount(900)));
      case "expenses" ->
          fields
              .put("description", tools.text("Train"))
              .put("gross_value", Amounts.text(tools.amount(200).negate()));
      case "journal_sets" -> fields.put("description", tools.text("Journal"));
      case "credit_note_reconciliations", "bank_transaction_explanations" ->
          money.edit(row, fields);
      default -> fields.put("comments", tools.text("Agreed"));
    }
    return fields;
  }

  private void contact(ObjectNode fields) {
    switch (tools.below(3)) {
      case 0 -> fields.put("organisation_name", tools.text("Company"));
      case 1 -> fields.put("town", tools.text("Town"));
      default -> fields.put("phone_number", "0191 " + tools.below(Integer.MAX_VALUE));
    }
  }
}
