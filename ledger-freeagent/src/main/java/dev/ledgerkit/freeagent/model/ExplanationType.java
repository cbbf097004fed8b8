package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an explanation says a transaction was. FreeAgent publishes no list; these were seen.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ExplanationType(@JsonValue String value) {
  /** Money out. */
  public static final ExplanationType PAYMENT = new ExplanationType("Payment");

  /** Money out that came back. */
  public static final ExplanationType REFUND = new ExplanationType("Refund");

  /** Money in. */
  public static final ExplanationType SALES = new ExplanationType("Sales");

  /** The payment of an invoice. */
  public static final ExplanationType INVOICE_RECEIPT = new ExplanationType("Invoice Receipt");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static ExplanationType of(String value) {
    return new ExplanationType(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
