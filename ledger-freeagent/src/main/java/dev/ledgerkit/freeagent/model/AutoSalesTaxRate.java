package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The rate a category charges unless told.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record AutoSalesTaxRate(@JsonValue String value) {
  /** No VAT at all. */
  public static final AutoSalesTaxRate OUT_OF_SCOPE =
      new AutoSalesTaxRate("Outside of the scope of VAT");

  /** VAT at nought. */
  public static final AutoSalesTaxRate ZERO = new AutoSalesTaxRate("Zero rate");

  /** The reduced rate. */
  public static final AutoSalesTaxRate REDUCED = new AutoSalesTaxRate("Reduced rate");

  /** The standard rate. */
  public static final AutoSalesTaxRate STANDARD = new AutoSalesTaxRate("Standard rate");

  /** Exempt; for income only. */
  public static final AutoSalesTaxRate EXEMPT = new AutoSalesTaxRate("Exempt");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static AutoSalesTaxRate of(String value) {
    return new AutoSalesTaxRate(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
