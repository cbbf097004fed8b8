package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as the provider writes them: JSON strings with at least one digit after the point. */
final class Amounts {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Amounts() {}

  static String text(BigDecimal amount) {
    BigDecimal shortest = amount.stripTrailingZeros();
    return (shortest.scale() < 1 ? shortest.setScale(1, RoundingMode.UNNECESSARY) : shortest)
        .toPlainString();
  }

  static BigDecimal round(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  /** Tax that comes on top. */
  static BigDecimal percent(BigDecimal amount, BigDecimal percentage) {
    return round(amount.multiply(percentage).movePointLeft(2));
  }

  /** Tax that is inside: 20 % of a gross 100 is 16.67. */
  static BigDecimal within(BigDecimal gross, BigDecimal percentage) {
    return gross.multiply(percentage).divide(HUNDRED.add(percentage), 2, RoundingMode.HALF_UP);
  }
}
