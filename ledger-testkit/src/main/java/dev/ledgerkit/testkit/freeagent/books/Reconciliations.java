package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import tools.jackson.databind.node.ObjectNode;

/** A credit note set off against an invoice: a positive amount on both. */
final class Reconciliations implements Rules {
  static final Spec SPEC =
      Spec.of(
              "credit_note_reconciliations",
              "credit_note_reconciliation",
              4,
              "LCGUD",
              """
              gross_value!   decimal
              invoice!       link:invoices
              credit_note!   link:credit_notes
              dated_on       date
              currency       text
              exchange_rate  decimal
              """)
          .dated("dated_on");

  private final Book book;
  private final Invoices invoices;
  private final CreditNotes creditNotes;

  Reconciliations(Book book, Invoices invoices, CreditNotes creditNotes) {
    this.book = book;
    this.invoices = invoices;
    this.creditNotes = creditNotes;
  }

  @Override
  public void create(Row row, Body body, Call call) {
    ObjectNode json = row.edit();
    if (!json.has("dated_on")) {
      json.put("dated_on", book.today().toString());
    }
    if (!json.has("currency")) {
      json.put("currency", invoice(row).text("currency")).put("exchange_rate", "1.0");
    }
    apply(row, row.decimal("gross_value"));
  }

  @Override
  public void update(Row row, Body body, Call call) {
    if (body.mentions("invoice") || body.mentions("credit_note")) {
      throw Refused.because("invoice and credit_note cannot be changed");
    }
    BigDecimal change = row.decimal("gross_value").subtract(row.decimal("applied"));
    apply(row, change);
  }

  private void apply(Row row, BigDecimal change) {
    Row invoice = invoice(row);
    Row note = book.get("credit_notes", row.text("credit_note"));
    if (row.decimal("gross_value").signum() <= 0) {
      throw Refused.because("gross_value must be greater than 0");
    }
    if (!invoice.text("currency").equals(note.text("currency"))) {
      throw Refused.because("currency of invoice and credit note must be the same");
    }
    if (change.compareTo(invoice.decimal("due_value")) > 0
        || change.compareTo(note.decimal("due_value").negate()) > 0) {
      throw Refused.because("gross_value is more than what is due");
    }
    for (Row sent : new Row[] {invoice, note}) {
      if (sent.text("status").equals(Documents.DRAFT)) {
        throw Refused.because("Both documents must be sent first");
      }
    }
    move(row, change);
    row.put("applied", row.decimal("gross_value"));
  }

  private void move(Row row, BigDecimal change) {
    LocalDate on = row.date("dated_on").orElse(book.today());
    invoices.settle(invoice(row), change, on);
    creditNotes.settle(book.get("credit_notes", row.text("credit_note")), change.negate(), on);
  }

  @Override
  public void delete(Row row) {
    move(row, row.decimal("gross_value").negate());
  }

  /** A read of one is wrapped in the plural, as the provider's page shows it. */
  @Override
  public String root(Row row, String usual, Call call) {
    return call.request().method().equals("GET") ? SPEC.path() : usual;
  }

  private Row invoice(Row row) {
    return book.get("invoices", row.text("invoice"));
  }

  @Override
  public void show(Row row, ObjectNode json, Call call, boolean single) {
    json.remove("applied");
  }
}
