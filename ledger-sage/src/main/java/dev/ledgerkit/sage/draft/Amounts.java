package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.client.Given;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses amounts of the wrong sign, naming them. */
final class Amounts {
  private Amounts() {}

  static @Nullable BigDecimal notNegative(String field, @Nullable BigDecimal value) {
    if (value != null && value.signum() < 0) {
      throw new ConfigurationException(
          "%s %s is refused: Sage takes it without a sign; drop the minus."
              .formatted(field, value.toPlainString()));
    }
    return value;
  }

  /** Sage counts credits upwards; elsewhere they are often invoices below zero. */
  static <T> @Nullable List<T> credits(
      String field, @Nullable List<T> lines, Function<? super T, @Nullable BigDecimal> worth) {
    BigDecimal sum = lines == null ? null : sum(lines, worth);
    if (sum != null && sum.signum() < 0) {
      throw new ConfigurationException(
          "%s add up to %s and are refused: Sage counts credits without a sign; turn the signs round."
              .formatted(field, sum.toPlainString()));
    }
    return Given.copy(lines);
  }

  static <T> @Nullable List<T> balanced(
      String field, @Nullable List<T> items, Function<? super T, @Nullable BigDecimal> amount) {
    BigDecimal sum = items == null ? null : sum(items, amount);
    if (sum != null && sum.signum() != 0) {
      throw new ConfigurationException(
          "%s add up to %s and must add up to 0: invoices and credits have opposite signs."
              .formatted(field, sum.toPlainString()));
    }
    return Given.copy(items);
  }

  /** Null where one of them is unknown. */
  private static <T> @Nullable BigDecimal sum(
      List<T> items, Function<? super T, @Nullable BigDecimal> amount) {
    BigDecimal sum = BigDecimal.ZERO;
    for (T item : items) {
      BigDecimal part = amount.apply(item);
      if (part == null) {
        return null;
      }
      sum = sum.add(part);
    }
    return sum;
  }

  /** Whether a line has any tax. */
  static boolean taxed(@Nullable BigDecimal taxAmount) {
    return taxAmount != null && taxAmount.signum() != 0;
  }
}
