package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.query.TaxRateQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rate of a business that taxes nothing, looked up when it is first needed. Safe for use by
 * many threads; two that need it at once may both look.
 */
final class ZeroTaxRate {
  /** As in {@code GB_ZERO}; Sage's exempt and untaxed rates are at zero percent too. */
  private static final String SUFFIX = "_ZERO";

  private final SageCalls calls;
  private volatile @Nullable String found;

  ZeroTaxRate(SageCalls calls) {
    this.calls = calls;
  }

  /**
   * The id of the rate.
   *
   * @throws ConfigurationException if the business has none, or several and none of them is Sage's
   */
  String id() {
    String known = found;
    if (known == null) {
      known = lookup();
      found = known;
    }
    return known;
  }

  private String lookup() {
    List<String> ids =
        new Resource<TaxRate, TaxRateQuery, TaxRateDraft>(
                calls, ResourceSpec.readOnly("/tax_rates", TaxRate.class))
                .list(
                    TaxRateQuery.builder().attributes(List.of("percentage", "is_visible")).build())
                .stream()
                .filter(ZeroTaxRate::taxesNothing)
                .map(TaxRate::id)
                .toList();
    List<String> zero = ids.stream().filter(id -> id.endsWith(SUFFIX)).toList();
    List<String> wanted = zero.isEmpty() ? ids : zero;
    if (wanted.size() != 1) {
      throw new ConfigurationException(
          "Untaxed shipping needs a rate of zero percent, and of those the business has %s; set shipping_tax_rate_id."
              .formatted(
                  wanted.isEmpty()
                      ? "none"
                      : wanted.stream().limit(10).collect(Collectors.joining(", "))));
    }
    return wanted.get(0);
  }

  private static boolean taxesNothing(TaxRate rate) {
    BigDecimal percentage = rate.percentage();
    return percentage != null
        && percentage.signum() == 0
        && !Boolean.FALSE.equals(rate.isVisible());
  }
}
