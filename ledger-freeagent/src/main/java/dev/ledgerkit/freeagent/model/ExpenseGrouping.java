package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How unbilled expenses become lines of a new invoice.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ExpenseGrouping(@JsonValue String value) {
  /** One line for each expense. */
  public static final ExpenseGrouping SINGLE =
      new ExpenseGrouping("billed_grouped_by_single_expense");

  /** One line for all. */
  public static final ExpenseGrouping ALL = new ExpenseGrouping("billed_grouped_by_expense");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static ExpenseGrouping of(String value) {
    return new ExpenseGrouping(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
