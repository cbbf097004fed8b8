package dev.ledgerkit.sage;

import java.util.Map;
import java.util.TreeMap;

/**
 * What of Sage's specification Ledger does not do, and why. An entry that is not needed any more
 * fails the comparison.
 */
final class LeftOut {
  private static final String SET_UP = "part of setting up a business, not of working with one";
  private static final String REMOVED = "taken out of the specification by 2026";
  private static final String NO_BOOKS = "never reaches the books";
  private static final String QUICK = "a short cut in the application; invoices say the same";
  private static final String TAX = "tax returns are filed in the application";
  private static final String DAY = "declared a text; Sage sends a day or nothing";
  private static final String RATE = "declared a text; a rate like those of all other documents";
  private static final String GUIDE =
      "in the example of the journals guide, whose answer ignores it";

  private LeftOut() {}

  /** Resources by the first segment of their path. */
  static Map<String, String> resources() {
    Map<String, String> left = new TreeMap<>();
    left.put("analysis_type_categories", "read where lines carry them");
    left.put("analysis_types", "read where lines carry them");
    left.put("bank_deposits", "paying in cash and cheques is done in the application");
    left.put("bank_opening_balances", SET_UP);
    left.put("bank_reconciliations", "reconciling is done in the application");
    left.put("business_exchange_rates", "documents carry their own rate");
    left.put("cis_settings", "UK construction industry only");
    left.put("coa_accounts", SET_UP);
    left.put("coa_templates", SET_UP);
    left.put("contact_opening_balance_types", SET_UP);
    left.put("contact_opening_balances", SET_UP);
    left.put("corrective_reason_codes", REMOVED);
    left.put("datev_settings", REMOVED);
    left.put("draft_tax_returns", TAX);
    left.put("email_settings", "mail is sent by the application");
    left.put("exchange_rates", "documents carry their own rate");
    left.put("hosted_artefact_payment_settings", "belongs to payment providers");
    left.put("income_tax_settings", TAX);
    left.put("journal_codes", "France only; written with bank accounts and journals");
    left.put("ledger_account_opening_balances", SET_UP);
    left.put("live_exchange_rates", "documents carry their own rate");
    left.put("migration_tax_returns", REMOVED);
    left.put("migrations", REMOVED);
    left.put("opening_balance_journals", SET_UP);
    left.put("purchase_corrective_invoices", REMOVED);
    left.put("purchase_quick_entries", QUICK);
    left.put("quick_entry_types", QUICK);
    left.put("sales_corrective_invoices", REMOVED);
    left.put("sales_estimates", NO_BOOKS);
    left.put("sales_quick_entries", QUICK);
    left.put("sales_quotes", NO_BOOKS);
    left.put("tax_determinations", "USA only, where Sage is not sold any more");
    left.put("tax_profiles", "USA only, where Sage is not sold any more");
    left.put("tax_returns", TAX);
    left.put("tax_types", "USA only, where Sage is not sold any more");
    left.put("trial_balance", "a report; replicated entries give it");
    left.put("unallocated_artefacts", "a view of documents by what is still open");
    return left;
  }

  /** Fields, filters and calls that differ from what is documented. */
  static Map<String, String> details() {
    Map<String, String> details = new TreeMap<>();
    details.put("GET /businesses/lead", "documented in the guide to version 3.1 only");
    details.put("LedgerAccountBalanceDetails.from_date", DAY);
    details.put("LedgerAccountBalanceDetails.to_date", DAY);
    details.put("SalesCorrectiveInvoice.original_invoice_date", DAY);
    details.put("PurchaseCorrectiveInvoice.inverse_exchange_rate", RATE);
    details.put("PurchaseCorrectiveInvoice.original_invoice_date", DAY);
    details.put("PurchaseCreditNote.inverse_exchange_rate", RATE);
    details.put(
        "PUT /tax_rates/{key} tax_rate from_date", "a rate counts from a day, not from a moment");
    details.put("journals is sent journal migrated", GUIDE);
    for (String name : new String[] {"tax_reconciled", "cleared", "bank_reconciled"}) {
      details.put("journals is sent journal journal_lines " + name, GUIDE);
    }
    return details;
  }

  /** The type a field has on the wire, where that is not the one declared. */
  static String onTheWire(String field, String declared) {
    String detail = details().get(field);
    return DAY.equals(detail) ? "date" : RATE.equals(detail) ? "number" : declared;
  }
}
