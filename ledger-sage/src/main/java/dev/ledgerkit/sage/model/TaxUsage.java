package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * On which side a tax rate is used.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of Sage
 * @since 0.1
 */
public record TaxUsage(@JsonValue String value) {
  /** On sales. */
  public static final TaxUsage SALES = new TaxUsage("sales");

  /** On purchases. */
  public static final TaxUsage PURCHASE = new TaxUsage("purchase");

  /** The value Sage spells so, known or not. */
  @JsonCreator
  public static TaxUsage of(String value) {
    return new TaxUsage(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
