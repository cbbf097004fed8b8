package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What kind of account it is.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BankAccountType(@JsonValue String value) {
  /** An account at a bank. */
  public static final BankAccountType STANDARD = new BankAccountType("StandardBankAccount");

  /** An account at PayPal. */
  public static final BankAccountType PAYPAL = new BankAccountType("PaypalAccount");

  /** A credit card. */
  public static final BankAccountType CREDIT_CARD = new BankAccountType("CreditCardAccount");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static BankAccountType of(String value) {
    return new BankAccountType(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
