package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;

/** An explanation pays an invoice, refunds a credit note, or pays a bill. */
final class Settlements {
  private final Book book;
  private final Invoices invoices;
  private final CreditNotes creditNotes;
  private final Bills bills;

  Settlements(Book book, Invoices invoices, CreditNotes creditNotes, Bills bills) {
    this.book = book;
    this.invoices = invoices;
    this.creditNotes = creditNotes;
    this.bills = bills;
  }

  /** Internal: by how much of its own currency a document was settled. */
  static final String SETTLED = "settled_foreign";

  /** {@code change} is what the gross value moved by, in the currency of the bank account. */
  void apply(Row explanation, BigDecimal change) {
    apply(explanation, change, false);
  }

  /** The explanation goes away. */
  void takeBack(Row explanation) {
    apply(explanation, explanation.decimal("gross_value").negate(), true);
  }

  private void apply(Row explanation, BigDecimal change, boolean away) {
    String paid = explanation.text("paid_invoice");
    var on = explanation.date("dated_on").orElse(book.today());
    book.find("invoices", paid)
        .ifPresent(
            invoice -> invoices.settle(invoice, foreign(explanation, invoice, change, away), on));
    book.find("credit_notes", paid)
        .ifPresent(note -> creditNotes.settle(note, foreign(explanation, note, change, away), on));
    book.find("bills", explanation.text("paid_bill"))
        .ifPresent(
            bill -> bills.settle(bill, foreign(explanation, bill, change, away).negate(), on));
  }

  /** A document in another currency is paid by its own amount, which has to be told. */
  private BigDecimal foreign(Row explanation, Row document, BigDecimal change, boolean away) {
    Row account = book.get("bank_accounts", account(explanation));
    if (document.text("currency").equals(account.text("currency"))) {
      return change;
    }
    BigDecimal told = explanation.decimal("foreign_currency_value").abs();
    if (told.signum() == 0) {
      throw Refused.because("foreign_currency_value can't be blank");
    }
    boolean out = explanation.decimal("gross_value").signum() < 0;
    BigDecimal now = away ? BigDecimal.ZERO : out ? told.negate() : told;
    BigDecimal before = explanation.decimal(SETTLED);
    explanation.put(SETTLED, now);
    return now.subtract(before);
  }

  private String account(Row explanation) {
    return book.find("bank_transactions", explanation.text("bank_transaction"))
        .map(t -> t.text("bank_account"))
        .orElse(explanation.text("bank_account"));
  }
}
