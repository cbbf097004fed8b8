package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a company is registered for sales tax.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record SalesTaxRegistrationStatus(@JsonValue String value) {
  /** It is. */
  public static final SalesTaxRegistrationStatus REGISTERED =
      new SalesTaxRegistrationStatus("Registered");

  /** It is not. */
  public static final SalesTaxRegistrationStatus NOT_REGISTERED =
      new SalesTaxRegistrationStatus("Not Registered");

  /** It was. */
  public static final SalesTaxRegistrationStatus DEREGISTERED =
      new SalesTaxRegistrationStatus("De-registered");

  /** It asked to be. */
  public static final SalesTaxRegistrationStatus APPLIED_FOR =
      new SalesTaxRegistrationStatus("Registration Applied For");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static SalesTaxRegistrationStatus of(String value) {
    return new SalesTaxRegistrationStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
