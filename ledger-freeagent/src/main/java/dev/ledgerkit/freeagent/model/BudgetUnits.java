package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a project's budget counts.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BudgetUnits(@JsonValue String value) {
  /** Hours. */
  public static final BudgetUnits HOURS = new BudgetUnits("Hours");

  /** Days. */
  public static final BudgetUnits DAYS = new BudgetUnits("Days");

  /** Money. */
  public static final BudgetUnits MONETARY = new BudgetUnits("Monetary");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static BudgetUnits of(String value) {
    return new BudgetUnits(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
