package dev.ledgerkit.testkit.sage.books;

import java.util.List;

/** The lists a client can replicate. */
final class Streams {
  /** Parents before children. */
  static final List<String> ALL =
      List.of(
          "tax_rates",
          "ledger_accounts",
          "bank_accounts",
          "contacts",
          "addresses",
          "contact_persons",
          "product_sales_price_types",
          "service_rate_types",
          "products",
          "services",
          "stock_items",
          "stock_movements",
          "sales_invoices",
          "sales_credit_notes",
          "purchase_invoices",
          "purchase_credit_notes",
          "contact_payments",
          "contact_allocations",
          "other_payments",
          "bank_transfers",
          "journals",
          "transactions",
          "ledger_entries");

  private Streams() {}
}
