package dev.ledgerkit.testkit.freeagent.books;

import java.util.List;
import java.util.Map;

/** The lists a client can replicate. */
final class Streams {
  /** Parents before children. */
  static final List<String> ALL =
      List.of(
          "categories",
          "bank_accounts",
          "contacts",
          "projects",
          "price_list_items",
          "stock_items",
          "invoices",
          "credit_notes",
          "credit_note_reconciliations",
          "bills",
          "expenses",
          "bank_transactions",
          "bank_transaction_explanations",
          "journal_sets");

  /**
   * What makes a list show all it can, without putting a related record in the place of its URL.
   */
  static final Map<String, String> WHOLE =
      Map.of(
          "nested_invoice_items", "true",
          "nested_credit_note_items", "true",
          "nested_bill_items", "true",
          "sub_accounts", "true");

  private Streams() {}
}
