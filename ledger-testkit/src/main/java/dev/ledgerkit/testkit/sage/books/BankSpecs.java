package dev.ledgerkit.testkit.sage.books;

import static dev.ledgerkit.testkit.sage.table.Field.date;
import static dev.ledgerkit.testkit.sage.table.Field.decimal;
import static dev.ledgerkit.testkit.sage.table.Field.flag;
import static dev.ledgerkit.testkit.sage.table.Field.flagSet;
import static dev.ledgerkit.testkit.sage.table.Field.integer;
import static dev.ledgerkit.testkit.sage.table.Field.lines;
import static dev.ledgerkit.testkit.sage.table.Field.object;
import static dev.ledgerkit.testkit.sage.table.Field.reference;
import static dev.ledgerkit.testkit.sage.table.Field.text;

import dev.ledgerkit.testkit.sage.table.ResourceSpec;

/** Bank accounts and the money that moves in and out of them. */
final class BankSpecs {
  static final ResourceSpec BANK_ACCOUNTS =
      ResourceSpec.of(
              "bank_accounts",
              "bank_account",
              "LCGUD",
              reference("bank_account_type_id", "bank_account_types").must(),
              reference("ledger_account_id", "ledger_accounts"),
              reference("default_payment_method_id", "payment_methods"),
              reference("currency_id", "currencies"),
              integer("nominal_code"),
              integer("gifi_code"),
              flagSet("is_active"),
              object(
                  "bank_account_details",
                  text("account_name"),
                  text("account_number"),
                  text("sort_code"),
                  text("bic"),
                  text("iban")))
          .filters("updated_or_created_since", "deleted_since", "filter_inactive_bank_accounts")
          .withKey();

  static final ResourceSpec CONTACT_PAYMENTS =
      ResourceSpec.of(
              "contact_payments",
              "contact_payment",
              "LCGUD",
              reference("transaction_type_id", "transaction_types").must(),
              text("contact_id").must(),
              reference("bank_account_id", "bank_accounts").must(),
              date("date").must(),
              decimal("total_amount").must(),
              reference("payment_method_id", "payment_methods"),
              reference("currency_id", "currencies"),
              reference("tax_rate_id", "tax_rates"),
              decimal("exchange_rate"),
              text("reference", 25))
          .filters(
              "updated_or_created_since",
              "deleted_since",
              "contact_id",
              "bank_account_id",
              "transaction_type_id",
              "from_date",
              "to_date")
          .sorts("created_at", "updated_at", "date")
          .withKey();

  static final ResourceSpec CONTACT_ALLOCATIONS =
      ResourceSpec.of(
              "contact_allocations",
              "contact_allocation",
              "LCGUD",
              reference("transaction_type_id", "transaction_types").must(),
              text("contact_id").must(),
              date("date"),
              lines("allocated_artefacts", text("artefact_id").must(), decimal("amount").must())
                  .must())
          .filters("updated_or_created_since", "deleted_since", "contact_id", "transaction_type_id")
          .sorts("created_at", "updated_at", "date")
          .withKey();

  static final ResourceSpec OTHER_PAYMENTS =
      ResourceSpec.of(
              "other_payments",
              "other_payment",
              "LCGUD",
              reference("transaction_type_id", "transaction_types").must(),
              date("date").must(),
              decimal("total_amount").must(),
              reference("payment_method_id", "payment_methods"),
              reference("contact_id", "contacts"),
              reference("bank_account_id", "bank_accounts"),
              reference("tax_address_region_id", "address_regions"),
              decimal("net_amount"),
              decimal("tax_amount"),
              text("reference", 25),
              decimal("withholding_tax_rate"),
              decimal("withholding_tax_amount"),
              lines(
                      "payment_lines",
                      reference("ledger_account_id", "ledger_accounts").must(),
                      decimal("total_amount").must(),
                      text("details"),
                      reference("tax_rate_id", "tax_rates"),
                      decimal("net_amount"),
                      decimal("tax_amount"),
                      flag("is_purchase_for_resale"),
                      flag("trade_of_asset"),
                      decimal("gst_amount"),
                      decimal("pst_amount"),
                      flag("tax_recoverable"))
                  .must())
          .filters(
              "updated_or_created_since",
              "deleted_since",
              "bank_account_id",
              "contact_id",
              "transaction_type_id",
              "from_date",
              "to_date",
              "has_attachments")
          .sorts("created_at", "updated_at", "date")
          .withKey();

  static final ResourceSpec BANK_TRANSFERS =
      ResourceSpec.of(
              "bank_transfers",
              "bank_transfer",
              "LCGUD",
              reference("from_bank_account_id", "bank_accounts").must(),
              reference("to_bank_account_id", "bank_accounts").must(),
              date("date").must(),
              decimal("amount").must(),
              text("reference"),
              text("description"))
          .filters("updated_or_created_since", "deleted_since", "from_date", "to_date")
          .sorts("created_at", "updated_at", "date")
          .withKey();

  private BankSpecs() {}
}
