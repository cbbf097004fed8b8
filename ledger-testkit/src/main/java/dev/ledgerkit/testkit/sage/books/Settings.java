package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Body;
import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Json;
import dev.ledgerkit.testkit.sage.table.ResourceSpec;
import dev.ledgerkit.testkit.sage.table.Row;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** One of the settings: read and changed, never created; the next numbers are the books' own. */
final class Settings extends Plain {
  private static final Map<String, String> NUMBERS =
      Map.of("next_invoice_number", "SI", "next_credit_note_number", "SCN");

  Settings(ResourceSpec spec, Book book) {
    super(spec, book);
  }

  /** The row every business begins with. */
  void plant() {
    Row row = book.draft(spec.path(), spec.path());
    ObjectNode defaults = Json.object();
    switch (spec.path()) {
      case "financial_settings" ->
          defaults
              .put("year_end_date", "2026-03-31")
              .put("accounting_type", "ACCRUAL")
              .put("accounts_start_date", "2025-04-01")
              .put("base_currency_id", book.currency())
              .put("multi_currency_enabled", true);
      case "invoice_settings" ->
          defaults
              .put("sales_invoice_number_prefix", "SI-")
              .put("sales_credit_note_number_prefix", "SCN-")
              .put("customer_credit_days", Documents.USUAL_CREDIT_DAYS)
              .put("vendor_credit_days", Documents.USUAL_CREDIT_DAYS);
      default -> defaults.put("wizard_complete", true);
    }
    create(row, new Body(defaults, ""));
    row.json().remove(List.of("id", "deleted_at"));
    row.json().put("displayed_as", spec.path()).put("$path", "/" + spec.path());
    // An empty date is an empty text here, and null everywhere else.
    if (spec.path().equals("financial_settings")) {
      row.json().put("mtd_authenticated_date", "");
    }
    book.keep(row);
  }

  @Override
  public void update(Row row, Body body) {
    super.update(row, body);
    NUMBERS.forEach(
        (field, prefix) ->
            body.decimal(field).ifPresent(next -> book.nextNumber(prefix, next.intValue())));
  }

  @Override
  public ObjectNode listed(Row row, Map<String, String> query) {
    ObjectNode json = row.json().deepCopy();
    if (spec.path().equals("invoice_settings")) {
      NUMBERS.forEach((field, prefix) -> json.put(field, book.nextNumber(prefix)));
    }
    return json;
  }
}
