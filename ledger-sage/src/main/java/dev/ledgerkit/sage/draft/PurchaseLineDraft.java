package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line to write on a purchase invoice or purchase credit note.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param description required to create; HTML entities are decoded, since Sage refuses them
 * @param ledgerAccountId required to create
 * @param quantity required to create
 * @param unitPrice required to create
 * @param taxAmount net times percentage, to two places; left out, it counts as zero
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PurchaseLineDraft(
    @Nullable String description,
    @Nullable String ledgerAccountId,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal unitPrice,
    @Nullable Boolean isPurchaseForResale,
    @Nullable List<String> analysisTypeCategories,
    @Nullable String productId,
    @Nullable String serviceId,
    @Nullable Boolean tradeOfAsset,
    @Nullable BigDecimal netAmount,
    @Nullable String taxRateId,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal baseCurrencyUnitPrice,
    @Nullable Boolean unitPriceIncludesTax,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable String euGoodsServicesTypeId,
    @Nullable BigDecimal gstAmount,
    @Nullable BigDecimal pstAmount,
    @Nullable Boolean taxRecoverable) {

  /** Decodes the description and copies the lists. */
  public PurchaseLineDraft {
    description = HtmlEntities.decoded(description);
    analysisTypeCategories = Given.copy(analysisTypeCategories);
  }

  /** A builder with nothing set. */
  public static PurchaseLineDraftBuilder builder() {
    return PurchaseLineDraftBuilder.builder();
  }

  List<String> missing() {
    return new Given()
        .needs("description", description)
        .needs("ledger_account_id", ledgerAccountId)
        .needs("quantity", quantity)
        .needs("unit_price", unitPrice)
        .missing();
  }

  /** Null unless the price is known. */
  @Nullable BigDecimal worth() {
    return unitPrice == null || quantity == null ? unitPrice : unitPrice.multiply(quantity);
  }
}
