package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What part of a payment to write is for.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param ledgerAccountId required to create
 * @param totalAmount required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record OtherPaymentLineDraft(
    @Nullable String ledgerAccountId,
    @Nullable BigDecimal totalAmount,
    @Nullable List<String> analysisTypeCategories,
    @Nullable String details,
    @Nullable String taxRateId,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable Boolean isPurchaseForResale,
    @Nullable Boolean tradeOfAsset,
    @Nullable BigDecimal gstAmount,
    @Nullable BigDecimal pstAmount,
    @Nullable Boolean taxRecoverable) {

  /** Copies the lists. */
  public OtherPaymentLineDraft {
    analysisTypeCategories = Given.copy(analysisTypeCategories);
  }

  /** A builder with nothing set. */
  public static OtherPaymentLineDraftBuilder builder() {
    return OtherPaymentLineDraftBuilder.builder();
  }

  List<String> missing() {
    return new Given()
        .needs("ledger_account_id", ledgerAccountId)
        .needs("total_amount", totalAmount)
        .missing();
  }
}
