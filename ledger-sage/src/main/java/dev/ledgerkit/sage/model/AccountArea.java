package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A part of the application in which a ledger account is offered.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of Sage
 * @since 0.1
 */
public record AccountArea(@JsonValue String value) {
  /** Sales documents. */
  public static final AccountArea SALES = new AccountArea("sales");

  /** Banking. */
  public static final AccountArea BANKING = new AccountArea("banking");

  /** Purchases. */
  public static final AccountArea EXPENSES = new AccountArea("expenses");

  /** Other payments. */
  public static final AccountArea OTHER_PAYMENTS = new AccountArea("other_payments");

  /** Other receipts. */
  public static final AccountArea OTHER_RECEIPTS = new AccountArea("other_receipts");

  /** Journals. */
  public static final AccountArea JOURNALS = new AccountArea("journals");

  /** Reports. */
  public static final AccountArea REPORTING = new AccountArea("reporting");

  /** The value Sage spells so, known or not. */
  @JsonCreator
  public static AccountArea of(String value) {
    return new AccountArea(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
