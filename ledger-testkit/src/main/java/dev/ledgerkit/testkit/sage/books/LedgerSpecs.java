package dev.ledgerkit.testkit.sage.books;

import static dev.ledgerkit.testkit.sage.table.Field.date;
import static dev.ledgerkit.testkit.sage.table.Field.decimal;
import static dev.ledgerkit.testkit.sage.table.Field.flag;
import static dev.ledgerkit.testkit.sage.table.Field.integer;
import static dev.ledgerkit.testkit.sage.table.Field.lines;
import static dev.ledgerkit.testkit.sage.table.Field.reference;
import static dev.ledgerkit.testkit.sage.table.Field.text;

import dev.ledgerkit.testkit.sage.table.ResourceSpec;

/** The chart of accounts, tax, and what is posted to them. */
final class LedgerSpecs {
  static final ResourceSpec LEDGER_ACCOUNTS =
      ResourceSpec.of(
              "ledger_accounts",
              "ledger_account",
              "LCGU",
              reference("ledger_account_type_id", "ledger_account_types").must(),
              flag("included_in_chart").must(),
              text("name", 200).must(),
              text("display_name", 200).must(),
              integer("nominal_code").must(),
              reference("tax_rate_id", "tax_rates"))
          .filters(
              "updated_or_created_since",
              "visible_in",
              "not_visible_in",
              "search",
              "ledger_account_type_id")
          .withKey();

  static final ResourceSpec TAX_RATES =
      ResourceSpec.of(
              "tax_rates",
              "tax_rate",
              "LCGUD",
              text("name").must(),
              text("agency"),
              flag("is_visible"),
              lines("component_tax_rate", text("name").must(), decimal("percentage")))
          .filters("updated_or_created_since");

  static final ResourceSpec JOURNALS =
      ResourceSpec.of(
              "journals",
              "journal",
              "LCGD",
              date("date").must(),
              text("reference").must(),
              text("description", 200),
              lines(
                      "journal_lines",
                      reference("ledger_account_id", "ledger_accounts").must(),
                      decimal("debit").must(),
                      decimal("credit").must(),
                      text("details"),
                      flag("include_on_tax_return"))
                  .must())
          .shownAs("reference")
          .filters("updated_or_created_since", "deleted_since")
          .withKey();

  static final ResourceSpec TRANSACTIONS =
      ResourceSpec.lookup(
          "transactions",
          "updated_or_created_since",
          "from_date",
          "to_date",
          "updated_from_date",
          "updated_to_date",
          "has_attachments",
          "transaction_type_id");

  static final ResourceSpec LEDGER_ENTRIES =
      ResourceSpec.lookup(
          "ledger_entries",
          "updated_or_created_since",
          "from_date",
          "to_date",
          "transaction_id",
          "ledger_account_id");

  static final ResourceSpec ATTACHMENTS =
      ResourceSpec.of(
              "attachments",
              "attachment",
              "LCGUD",
              text("file", Integer.MAX_VALUE).must(),
              text("file_name").must(),
              text("mime_type").must(),
              text("description"),
              text("file_extension"),
              reference("transaction_id", "transactions"),
              reference("attachment_context_type_id", "attachment_context_types"),
              text("attachment_context_id"),
              flag("is_public"))
          .shownAs("file_name")
          .filters(
              "updated_or_created_since",
              "deleted_since",
              "attachment_context_id",
              "attachment_context_type_id");

  private LedgerSpecs() {}
}
