package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether an account is in use.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BankAccountStatus(@JsonValue String value) {
  /** It is. */
  public static final BankAccountStatus ACTIVE = new BankAccountStatus("active");

  /** It is not shown any more. */
  public static final BankAccountStatus HIDDEN = new BankAccountStatus("hidden");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static BankAccountStatus of(String value) {
    return new BankAccountStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
