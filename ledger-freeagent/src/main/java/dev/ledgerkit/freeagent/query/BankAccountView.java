package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which accounts a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BankAccountView(@JsonValue String value) {
  /** Those at banks. */
  public static final BankAccountView STANDARD = new BankAccountView("standard_bank_accounts");

  /** Credit cards. */
  public static final BankAccountView CREDIT_CARD = new BankAccountView("credit_card_accounts");

  /** Those at PayPal. */
  public static final BankAccountView PAYPAL = new BankAccountView("paypal_accounts");

  @Override
  public String toString() {
    return value;
  }
}
