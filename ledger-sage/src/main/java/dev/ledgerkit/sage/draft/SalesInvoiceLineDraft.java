package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line to write on a sales invoice or sales credit note.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param description required to create; HTML entities are decoded, since Sage refuses them
 * @param ledgerAccountId required to create
 * @param unitPrice required to create
 * @param taxAmount net times percentage, to two places; left out, it counts as zero
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record SalesInvoiceLineDraft(
    @Nullable String description,
    @Nullable String ledgerAccountId,
    @Nullable BigDecimal unitPrice,
    @Nullable List<String> analysisTypeCategories,
    @Nullable String productId,
    @Nullable String serviceId,
    @Nullable Boolean tradeOfAsset,
    @Nullable BigDecimal quantity,
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
    @Nullable BigDecimal discountAmount,
    @Nullable BigDecimal baseCurrencyDiscountAmount,
    @Nullable BigDecimal discountPercentage,
    @Nullable String euSalesDescriptionId) {

  /**
   * Checks, decodes the description and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public SalesInvoiceLineDraft {
    description = HtmlEntities.decoded(description);
    analysisTypeCategories = Given.copy(analysisTypeCategories);
    discountAmount = Amounts.notNegative("discount_amount", discountAmount);
    baseCurrencyDiscountAmount =
        Amounts.notNegative("base_currency_discount_amount", baseCurrencyDiscountAmount);
    discountPercentage = Amounts.notNegative("discount_percentage", discountPercentage);
  }

  /** A builder with nothing set. */
  public static SalesInvoiceLineDraftBuilder builder() {
    return SalesInvoiceLineDraftBuilder.builder();
  }

  List<String> missing() {
    return new Given()
        .needs("description", description)
        .needs("ledger_account_id", ledgerAccountId)
        .needs("unit_price", unitPrice)
        .missing();
  }

  /** Null unless the price is known. */
  @Nullable BigDecimal worth() {
    return unitPrice == null || quantity == null ? unitPrice : unitPrice.multiply(quantity);
  }
}
