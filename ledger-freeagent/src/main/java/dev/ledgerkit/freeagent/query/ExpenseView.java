package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which expenses a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ExpenseView(@JsonValue String value) {
  /** Recent ones. */
  public static final ExpenseView RECENT = new ExpenseView("recent");

  /** Those that come again. */
  public static final ExpenseView RECURRING = new ExpenseView("recurring");

  @Override
  public String toString() {
    return value;
  }
}
