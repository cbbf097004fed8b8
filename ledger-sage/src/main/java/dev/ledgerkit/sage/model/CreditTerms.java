package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * From when the credit days of a contact count.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of Sage
 * @since 0.1
 */
public record CreditTerms(@JsonValue String value) {
  /** For invoices, from the end of the month. */
  public static final CreditTerms MONTH_END_INVOICE = new CreditTerms("month_end_invoice");

  /** For invoices, from their date. */
  public static final CreditTerms DATE_FROM_INVOICE = new CreditTerms("date_from_invoice");

  /** Invoices are due at once. */
  public static final CreditTerms IMMEDIATE_INVOICE = new CreditTerms("immediate_invoice");

  /** For payments, from the end of the month. */
  public static final CreditTerms MONTH_END_PAYMENT = new CreditTerms("month_end_payment");

  /** For payments, from the date. */
  public static final CreditTerms DATE_FROM_PAYMENT = new CreditTerms("date_from_payment");

  /** Payments are due at once. */
  public static final CreditTerms IMMEDIATE_PAYMENT = new CreditTerms("immediate_payment");

  /** The value Sage spells so, known or not. */
  @JsonCreator
  public static CreditTerms of(String value) {
    return new CreditTerms(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
