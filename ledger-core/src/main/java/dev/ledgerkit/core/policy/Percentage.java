package dev.ledgerkit.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages as a tax-rate map holds them: two decimals, so that {@code 20} is {@code 20.0}. */
final class Percentage {
  private static final BigDecimal MOST = new BigDecimal(100);

  private Percentage() {}

  static BigDecimal canonical(BigDecimal percentage) {
    return percentage.setScale(2, RoundingMode.HALF_UP);
  }

  static boolean inRange(BigDecimal percentage) {
    return percentage.signum() >= 0 && percentage.compareTo(MOST) <= 0;
  }
}
