package dev.ledgerkit.testkit.sage.books;

import static dev.ledgerkit.testkit.sage.table.Field.date;
import static dev.ledgerkit.testkit.sage.table.Field.decimal;
import static dev.ledgerkit.testkit.sage.table.Field.flag;
import static dev.ledgerkit.testkit.sage.table.Field.integer;
import static dev.ledgerkit.testkit.sage.table.Field.object;
import static dev.ledgerkit.testkit.sage.table.Field.reference;
import static dev.ledgerkit.testkit.sage.table.Field.text;

import dev.ledgerkit.testkit.sage.table.Field;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import java.util.List;
import java.util.stream.Stream;

/** Settings: of each there is one, it has no id, and it is there from the beginning. */
final class SettingsSpecs {
  private static final int LONG_TEXT = 2000;
  private static final int PREFIX = 6;

  static final ResourceSpec FINANCIAL =
      ResourceSpec.settings(
          "financial_settings",
          date("year_end_date"),
          date("year_end_lockdown_date"),
          text("accounting_type"),
          date("accounts_start_date"),
          reference("base_currency_id", "currencies"),
          flag("multi_currency_enabled"),
          flag("use_live_exchange_rates"),
          text("mtd_activation_status"),
          flag("mtd_connected"),
          date("mtd_authenticated_date"),
          text("tax_number"),
          text("general_tax_number"),
          decimal("default_irpf_rate"),
          decimal("flat_rate_tax_percentage"),
          decimal("recoverable_percentage"),
          text("sales_tax_calculation"),
          text("purchase_tax_calculation"),
          flag("postponed_accounting"),
          flag("destination_vat"));

  static final ResourceSpec INVOICE =
      ResourceSpec.settings(
          "invoice_settings",
          integer("next_invoice_number"),
          integer("next_credit_note_number"),
          flag("separate_invoice_credit_note_numbering"),
          text("sales_invoice_number_prefix", PREFIX),
          text("sales_credit_note_number_prefix", PREFIX),
          text("invoice_terms_and_conditions", LONG_TEXT),
          text("default_note_on_invoice", LONG_TEXT),
          text("default_note_on_credit_note", LONG_TEXT),
          text("default_note_on_estimate", LONG_TEXT),
          text("default_note_on_quote", LONG_TEXT),
          integer("next_quote_number"),
          text("quote_number_prefix", PREFIX),
          text("estimate_number_prefix", PREFIX),
          integer("quote_default_days_to_expiry"),
          integer("estimate_default_days_to_expiry"),
          text("quote_terms_and_conditions", LONG_TEXT),
          text("estimate_terms_and_conditions", LONG_TEXT),
          text("delivery_note_terms_and_conditions", LONG_TEXT),
          flag("delivery_note_show_signature"),
          flag("delivery_note_show_picked"),
          flag("delivery_note_show_notes"),
          flag("delivery_note_show_contact_details"),
          text("quick_entry_prefix", PREFIX),
          decimal("late_payment_percentage"),
          decimal("prompt_payment_percentage"),
          flag("show_auto_entrepreneur"),
          flag("show_insurance"),
          text("insurance_area"),
          text("insurance_type"),
          text("insurance_text"),
          reference("payment_bank_account_id", "bank_accounts"),
          text("sales_corrective_invoice_number_prefix"),
          integer("next_sales_corrective_invoice_number"),
          integer("customer_credit_days"),
          integer("vendor_credit_days"),
          text("customer_credit_terms"),
          text("vendor_credit_terms"),
          object(
              "document_headings",
              texts(
                  "sales_invoice",
                  "sales_credit_note",
                  "sales_corrective_invoice",
                  "sales_quote",
                  "sales_estimate",
                  "pro_forma",
                  "remittance_advice",
                  "statement",
                  "delivery_note")),
          object("line_item_titles", texts("description", "unit_price", "quantity", "discount")),
          object("footer_details", texts("column_1", "column_2", "column_3")),
          object(
              "print_contact_details",
              flag("business_name"),
              flag("website"),
              flag("telephone"),
              flag("mobile"),
              flag("email_address"),
              flag("due_date"),
              text("default_delivery_address")),
          object("print_statements", flag("days_overdue"), flag("table_of_balances")));

  static final ResourceSpec BUSINESS =
      ResourceSpec.settings(
          "business_settings",
          text("siret"),
          flag("management_centre_member"),
          text("rcs_number"),
          decimal("share_capital"),
          flag("auxiliary_accounts_visible"),
          flag("wizard_complete"),
          object(
              "default_ledger_accounts",
              Stream.of(
                      "bank_charges",
                      "bank_interest_received",
                      "bank_interest_charges_paid",
                      "exchange_rate_gains",
                      "exchange_rate_losses",
                      "sales",
                      "sales_discount",
                      "purchase",
                      "purchase_discount",
                      "product_sales",
                      "product_purchase",
                      "service_sales",
                      "service_purchase",
                      "stock_purchase",
                      "other_receipt",
                      "other_payment",
                      "customer_receipt_discount",
                      "vendor_payment_discount",
                      "carriage")
                  .map(use -> reference(use + "_ledger_account_id", "ledger_accounts"))
                  .toArray(Field[]::new)));

  static final List<ResourceSpec> ALL = List.of(FINANCIAL, INVOICE, BUSINESS);

  private SettingsSpecs() {}

  private static Field[] texts(String... names) {
    return Stream.of(names).map(Field::text).toArray(Field[]::new);
  }
}
