package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How estimates become lines of a new invoice.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record EstimateGrouping(@JsonValue String value) {
  /** One line for each estimate. */
  public static final EstimateGrouping SINGLE =
      new EstimateGrouping("billed_grouped_by_single_estimate");

  /** One line for all. */
  public static final EstimateGrouping ALL = new EstimateGrouping("billed_grouped_by_estimate");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static EstimateGrouping of(String value) {
    return new EstimateGrouping(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
