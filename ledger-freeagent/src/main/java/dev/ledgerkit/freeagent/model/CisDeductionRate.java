package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The rate at which a subcontractor suffers deductions under the CIS.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record CisDeductionRate(@JsonValue String value) {
  /** Nothing is deducted. */
  public static final CisDeductionRate GROSS = new CisDeductionRate("cis_gross");

  /** The rate of registered subcontractors. */
  public static final CisDeductionRate STANDARD = new CisDeductionRate("cis_standard");

  /** The rate of all others. */
  public static final CisDeductionRate HIGHER = new CisDeductionRate("cis_higher");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static CisDeductionRate of(String value) {
    return new CisDeductionRate(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
