package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a line is taxed.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record SalesTaxStatus(@JsonValue String value) {
  /** It is. */
  public static final SalesTaxStatus TAXABLE = new SalesTaxStatus("TAXABLE");

  /** It is exempt. */
  public static final SalesTaxStatus EXEMPT = new SalesTaxStatus("EXEMPT");

  /** It is outside the tax; not on invoices. */
  public static final SalesTaxStatus OUT_OF_SCOPE = new SalesTaxStatus("OUT_OF_SCOPE");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static SalesTaxStatus of(String value) {
    return new SalesTaxStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
