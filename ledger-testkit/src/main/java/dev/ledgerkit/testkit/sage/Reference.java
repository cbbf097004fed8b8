package dev.ledgerkit.testkit.sage;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources the simulator knows. */
final class Reference {
  private static final String SINCE = "updated_or_created_since";

  static final ResourceSpec CONTACTS =
      new ResourceSpec(
          "contacts",
          "contact",
          "LCGUD",
          List.of("name", "contact_type_ids"),
          "",
          List.of(),
          Map.of("name", 100, "reference", 10, "notes", 4000, "locale", 10, "tax_number", 255),
          Map.of(
              "currency_id", "currencies",
              "default_sales_ledger_account_id", "ledger_accounts",
              "default_purchase_ledger_account_id", "ledger_accounts",
              "default_sales_tax_rate_id", "tax_rates"),
          Set.of(SINCE, "deleted_since", "contact_type_id", "exclude_system", "search", "email"),
          Set.of(),
          true);

  static final ResourceSpec SALES_INVOICES =
      new ResourceSpec(
          "sales_invoices",
          "sales_invoice",
          "LCGUD",
          List.of("contact_id", "date", "invoice_lines"),
          "invoice_lines",
          List.of("description", "ledger_account_id", "unit_price"),
          Map.of(
              "reference",
              25,
              "invoice_number_prefix",
              6,
              "notes",
              2000,
              "terms_and_conditions",
              2000),
          Map.of(
              "currency_id", "currencies",
              "shipping_tax_rate_id", "tax_rates",
              "ledger_account_id", "ledger_accounts",
              "tax_rate_id", "tax_rates"),
          Set.of(
              SINCE, "deleted_since", "contact_id", "status_id", "search", "from_date", "to_date"),
          Set.of("created_at", "updated_at", "date", "due_date"),
          true);

  static final ResourceSpec CONTACT_PAYMENTS =
      new ResourceSpec(
          "contact_payments",
          "contact_payment",
          "LCGUD",
          List.of("transaction_type_id", "contact_id", "bank_account_id", "date", "total_amount"),
          "",
          List.of(),
          Map.of("reference", 25),
          Map.of(
              "transaction_type_id", "transaction_types",
              "bank_account_id", "bank_accounts",
              "payment_method_id", "payment_methods"),
          Set.of(
              SINCE,
              "deleted_since",
              "contact_id",
              "bank_account_id",
              "transaction_type_id",
              "from_date",
              "to_date"),
          Set.of("created_at", "updated_at", "date"),
          true);

  static final ResourceSpec CONTACT_ALLOCATIONS =
      new ResourceSpec(
          "contact_allocations",
          "contact_allocation",
          "LCGUD",
          List.of("transaction_type_id", "contact_id", "allocated_artefacts"),
          "allocated_artefacts",
          List.of("artefact_id", "amount"),
          Map.of(),
          Map.of("transaction_type_id", "transaction_types"),
          Set.of(SINCE, "deleted_since", "contact_id", "transaction_type_id"),
          Set.of("created_at", "updated_at", "date"),
          true);

  static final ResourceSpec LEDGER_ACCOUNTS =
      new ResourceSpec(
          "ledger_accounts",
          "ledger_account",
          "LCGU",
          List.of(
              "ledger_account_type_id",
              "included_in_chart",
              "name",
              "display_name",
              "nominal_code"),
          "",
          List.of(),
          Map.of("name", 200, "display_name", 200),
          Map.of("ledger_account_type_id", "ledger_account_types", "tax_rate_id", "tax_rates"),
          Set.of(SINCE, "visible_in", "not_visible_in", "search", "ledger_account_type_id"),
          Set.of(),
          true);

  static final ResourceSpec TAX_RATES =
      new ResourceSpec(
          "tax_rates",
          "tax_rate",
          "LCGUD",
          List.of("name"),
          "",
          List.of(),
          Map.of(),
          Map.of(),
          Set.of(SINCE),
          Set.of(),
          false);

  static final ResourceSpec BANK_ACCOUNTS =
      new ResourceSpec(
          "bank_accounts",
          "bank_account",
          "LCGUD",
          List.of("bank_account_type_id"),
          "",
          List.of(),
          Map.of(),
          Map.of("bank_account_type_id", "bank_account_types", "currency_id", "currencies"),
          Set.of(SINCE, "deleted_since"),
          Set.of(),
          true);

  static final List<ResourceSpec> LOOKUPS =
      List.of(
          ResourceSpec.lookup("payment_methods"),
          ResourceSpec.lookup("countries"),
          ResourceSpec.lookup("currencies"),
          ResourceSpec.lookup("contact_types"),
          ResourceSpec.lookup("transaction_types"),
          ResourceSpec.lookup("artefact_statuses"),
          ResourceSpec.lookup("bank_account_types"),
          ResourceSpec.lookup("ledger_account_types"));

  /** Creates of these must not run in parallel in one business: their numbers are sequential. */
  static final Set<String> NUMBERED = Set.of("contacts", "sales_invoices");

  private Reference() {}
}
