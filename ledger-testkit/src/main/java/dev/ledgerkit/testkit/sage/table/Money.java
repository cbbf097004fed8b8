package dev.ledgerkit.testkit.sage.table;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Amounts as the provider writes them: decimals in JSON strings, at least one digit after the
 * point.
 *
 * @since 0.1
 */
public final class Money {
  private Money() {}

  public static String text(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
  }

  public static BigDecimal round(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  public static BigDecimal percent(BigDecimal amount, BigDecimal percentage) {
    return round(amount.multiply(percentage).movePointLeft(2));
  }
}
