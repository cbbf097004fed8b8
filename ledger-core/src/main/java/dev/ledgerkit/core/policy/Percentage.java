package dev.ledgerkit.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Percentages as a tax-rate map holds them: two decimals, so that {@code 20} is {@code 20.0}. */
final class Percentage {
  private static final BigDecimal MOST = new BigDecimal(100);

  private static final int MOST_DIGITS = 30;

  private Percentage() {}

  static BigDecimal canonical(BigDecimal percentage) {
    return percentage.setScale(2, RoundingMode.HALF_UP);
  }

  /** Whether somebody can have meant it; rounding {@code 1E-100000000} takes minutes. */
  static boolean isPlain(BigDecimal percentage) {
    return Math.abs((long) percentage.scale()) <= MOST_DIGITS
        && percentage.precision() <= MOST_DIGITS;
  }

  static boolean inRange(BigDecimal percentage) {
    return percentage.signum() >= 0 && percentage.compareTo(MOST) <= 0;
  }
}
