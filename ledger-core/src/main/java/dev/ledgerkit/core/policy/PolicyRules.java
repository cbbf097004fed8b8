package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What holds for a policy whatever the provider offers. */
final class PolicyRules {
  private static final int MOST_DAYS = 365;

  private PolicyRules() {}

  static List<Problem> ofItself(
      boolean syncProducts, boolean syncStock, int paymentTermsInDays, Set<BigDecimal> taxRates) {
    List<Problem> problems = new ArrayList<>();
    if (syncStock && !syncProducts) {
      problems.add(
          new Problem(
              PolicyField.SYNC_PRODUCTS.wire(),
              PolicyRefusedException.REQUIRED,
              "stock flows only with products; turn both on or both off"));
    }
    if (paymentTermsInDays < 0 || paymentTermsInDays > MOST_DAYS) {
      problems.add(
          new Problem(
              PolicyField.DEFAULT_PAYMENT_TERMS_IN_DAYS.wire(),
              PolicyRefusedException.OUT_OF_RANGE,
              "'%d' days; take 0 to %d".formatted(paymentTermsInDays, MOST_DAYS)));
    }
    taxRates.stream()
        .filter(percentage -> !Percentage.inRange(percentage))
        .forEach(percentage -> problems.add(percentage(percentage.toPlainString())));
    return problems;
  }

  static Problem percentage(String key) {
    return new Problem(
        PolicyField.TAX_RATE_MAP.of(key),
        PolicyRefusedException.OUT_OF_RANGE,
        "'%s' per cent; take 0 to 100".formatted(key));
  }
}
