package dev.ledgerkit.testkit.sage.books;

import static dev.ledgerkit.testkit.sage.table.Field.date;
import static dev.ledgerkit.testkit.sage.table.Field.decimal;
import static dev.ledgerkit.testkit.sage.table.Field.flag;
import static dev.ledgerkit.testkit.sage.table.Field.lines;
import static dev.ledgerkit.testkit.sage.table.Field.object;
import static dev.ledgerkit.testkit.sage.table.Field.reference;
import static dev.ledgerkit.testkit.sage.table.Field.text;

import dev.ledgerkit.testkit.sage.table.Field;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import java.util.stream.Stream;

/** Invoices and credit notes, of customers and of vendors. */
final class DocumentSpecs {
  private static final String[] FILTERS = {
    "updated_or_created_since",
    "deleted_since",
    "contact_id",
    "status_id",
    "search",
    "from_date",
    "to_date",
    "has_attachments"
  };

  /** The contact is text here: one that does not exist is refused without naming the field. */
  private static final Field[] EVERY = {
    text("contact_id").must(),
    date("date").must(),
    text("contact_name"),
    text("contact_reference"),
    text("reference", 25),
    text("notes", 2000),
    flag("vat_reverse_charge"),
    reference("currency_id", "currencies"),
    decimal("exchange_rate"),
    reference("status_id", "artefact_statuses"),
    reference("tax_address_region_id", "address_regions"),
    decimal("withholding_tax_rate"),
    decimal("withholding_tax_amount"),
    decimal("base_currency_withholding_tax_amount"),
    decimal("cis_applicable_amount"),
    decimal("base_currency_cis_applicable_amount"),
    decimal("total_after_cis_deduction"),
    decimal("base_currency_total_after_cis_deduction")
  };

  private static final Field[] SALES = {
    text("terms_and_conditions", 2000),
    decimal("shipping_net_amount"),
    reference("shipping_tax_rate_id", "tax_rates"),
    flag("sent"),
    flag("destination_consignment"),
    object("main_address", ContactSpecs.PLACE),
    object("delivery_address", ContactSpecs.PLACE)
  };

  private static final Field[] PURCHASE = {
    text("vendor_reference", 31),
    flag("postponed_accounting"),
    flag("vat_exempt_consignment"),
    flag("part_recoverable"),
    decimal("total_itc_amount"),
    decimal("base_currency_total_itc_amount"),
    decimal("total_itr_amount"),
    decimal("base_currency_total_itr_amount")
  };

  private static final Field[] EVERY_LINE = {
    text("description", 2000).must(),
    reference("ledger_account_id", "ledger_accounts").must(),
    decimal("unit_price").must(),
    reference("tax_rate_id", "tax_rates"),
    reference("product_id", "products"),
    reference("service_id", "services"),
    decimal("tax_amount"),
    flag("trade_of_asset"),
    flag("unit_price_includes_tax")
  };

  private static final Field[] SALES_LINE =
      join(
          EVERY_LINE,
          decimal("quantity"),
          decimal("discount_amount"),
          decimal("discount_percentage"));

  private static final Field[] PURCHASE_LINE =
      join(
          EVERY_LINE,
          decimal("quantity").must(),
          flag("is_purchase_for_resale"),
          decimal("gst_amount"),
          decimal("pst_amount"),
          flag("tax_recoverable"));

  static final ResourceSpec SALES_INVOICES =
      document(
          "sales_invoices",
          "sales_invoice",
          join(
              join(EVERY, SALES),
              date("due_date"),
              text("invoice_number"),
              text("invoice_number_prefix", 6),
              text("delivery_performance_date"),
              lines("invoice_lines", SALES_LINE).must()),
          "due_date");

  static final ResourceSpec SALES_CREDIT_NOTES =
      document(
          "sales_credit_notes",
          "sales_credit_note",
          join(
              join(EVERY, SALES),
              date("original_invoice_date"),
              text("credit_note_number"),
              text("credit_note_number_prefix", 6),
              lines("credit_note_lines", SALES_LINE).must()));

  static final ResourceSpec PURCHASE_INVOICES =
      document(
          "purchase_invoices",
          "purchase_invoice",
          join(
              join(EVERY, PURCHASE),
              date("due_date").must(),
              lines("invoice_lines", PURCHASE_LINE).must()),
          "due_date");

  static final ResourceSpec PURCHASE_CREDIT_NOTES =
      document(
          "purchase_credit_notes",
          "purchase_credit_note",
          join(
              join(EVERY, PURCHASE),
              date("original_invoice_date"),
              lines("credit_note_lines", PURCHASE_LINE).must()));

  private DocumentSpecs() {}

  private static ResourceSpec document(
      String path, String envelope, Field[] fields, String... moreSorts) {
    String[] sorts =
        Stream.concat(Stream.of("created_at", "updated_at", "date"), Stream.of(moreSorts))
            .toArray(String[]::new);
    return ResourceSpec.of(path, envelope, "LCGUD", fields)
        .filters(FILTERS)
        .sorts(sorts)
        .withKey()
        .withNumber();
  }

  private static Field[] join(Field[] some, Field... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(Field[]::new);
  }
}
