package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a price is treated for VAT.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record VatStatus(@JsonValue String value) {
  /** Not at all. */
  public static final VatStatus OUT_OF_SCOPE = new VatStatus("out_of_scope");

  /** At the reduced rate. */
  public static final VatStatus REDUCED = new VatStatus("reduced");

  /** At the standard rate. */
  public static final VatStatus STANDARD = new VatStatus("standard");

  /** At a rate of zero. */
  public static final VatStatus ZERO = new VatStatus("zero");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static VatStatus of(String value) {
    return new VatStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
