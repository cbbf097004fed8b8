package dev.ledgerkit.core.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Percentages as a tax-rate map holds them: two decimals, so that {@code 20} is {@code 20.0}. */
final class Percentage {
  private static final BigDecimal MOST = new BigDecimal(100);

  private static final int MOST_DIGITS = 30;

  private Percentage() {}

  static BigDecimal canonical(BigDecimal percentage) {
    return percentage.setScale(2, RoundingMode.HALF_UP);
  }

  /** Null for what nobody can have meant; rounding {@code 1E-100000000} takes minutes. */
  static @Nullable BigDecimal read(String text) {
    try {
      BigDecimal percentage = new BigDecimal(text.strip());
      return Math.abs((long) percentage.scale()) <= MOST_DIGITS
              && percentage.precision() <= MOST_DIGITS
          ? percentage
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static boolean inRange(BigDecimal percentage) {
    return percentage.signum() >= 0 && percentage.compareTo(MOST) <= 0;
  }
}
