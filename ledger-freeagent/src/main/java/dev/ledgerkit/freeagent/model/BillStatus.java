package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a bill stands.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BillStatus(@JsonValue String value) {
  /** There is nothing to pay. */
  public static final BillStatus ZERO_VALUE = new BillStatus("Zero Value");

  /** It waits to be paid. */
  public static final BillStatus OPEN = new BillStatus("Open");

  /** It was paid. */
  public static final BillStatus PAID = new BillStatus("Paid");

  /** It should have been paid. */
  public static final BillStatus OVERDUE = new BillStatus("Overdue");

  /** What was paid was given back. */
  public static final BillStatus REFUNDED = new BillStatus("Refunded");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static BillStatus of(String value) {
    return new BillStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
