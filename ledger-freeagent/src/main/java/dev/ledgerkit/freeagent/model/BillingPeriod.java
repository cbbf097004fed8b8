package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a project's billing rate is for.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BillingPeriod(@JsonValue String value) {
  /** An hour. */
  public static final BillingPeriod HOUR = new BillingPeriod("hour");

  /** A day. */
  public static final BillingPeriod DAY = new BillingPeriod("day");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static BillingPeriod of(String value) {
    return new BillingPeriod(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
