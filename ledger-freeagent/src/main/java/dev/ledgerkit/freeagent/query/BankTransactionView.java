package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which transactions a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BankTransactionView(@JsonValue String value) {
  /** All; FreeAgent's default. */
  public static final BankTransactionView ALL = new BankTransactionView("all");

  /** Those not explained, or not wholly. */
  public static final BankTransactionView UNEXPLAINED = new BankTransactionView("unexplained");

  /** Those explained. */
  public static final BankTransactionView EXPLAINED = new BankTransactionView("explained");

  /** Those made by explanations. */
  public static final BankTransactionView MANUAL = new BankTransactionView("manual");

  /** Those of statements. */
  public static final BankTransactionView IMPORTED = new BankTransactionView("imported");

  /** Those whose explanation FreeAgent guessed. */
  public static final BankTransactionView MARKED_FOR_REVIEW =
      new BankTransactionView("marked_for_review");

  @Override
  public String toString() {
    return value;
  }
}
