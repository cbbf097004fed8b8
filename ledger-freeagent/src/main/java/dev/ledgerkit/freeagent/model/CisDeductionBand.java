package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * At which rate the Construction Industry Scheme deducts.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record CisDeductionBand(@JsonValue String value) {
  /** Nothing is deducted. */
  public static final CisDeductionBand GROSS = new CisDeductionBand("cis_gross");

  /** At the standard rate. */
  public static final CisDeductionBand STANDARD = new CisDeductionBand("cis_standard");

  /** At the higher rate. */
  public static final CisDeductionBand HIGHER = new CisDeductionBand("cis_higher");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static CisDeductionBand of(String value) {
    return new CisDeductionBand(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
