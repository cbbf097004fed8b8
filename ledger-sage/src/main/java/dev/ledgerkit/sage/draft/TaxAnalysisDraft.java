package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a document to write says per tax rate.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record TaxAnalysisDraft(
    @Nullable String taxRateId,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal goodsAmount,
    @Nullable BigDecimal serviceAmount) {

  /** A builder with nothing set. */
  public static TaxAnalysisDraftBuilder builder() {
    return TaxAnalysisDraftBuilder.builder();
  }
}
