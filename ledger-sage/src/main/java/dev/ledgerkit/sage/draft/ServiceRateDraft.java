package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A rate to write on a service.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ServiceRateDraft(
    @Nullable String rateName,
    @Nullable BigDecimal rate,
    @Nullable Boolean rateIncludesTax,
    @Nullable String serviceRateTypeId) {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ServiceRateDraft {
    rate = Amounts.notNegative("rate", rate);
  }

  /** A builder with nothing set. */
  public static ServiceRateDraftBuilder builder() {
    return ServiceRateDraftBuilder.builder();
  }
}
