package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param description required to create
 * @param salesLedgerAccountId required to create
 * @param purchaseLedgerAccountId required to create
 * @param salesPrices one to a price list
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ProductDraft(
    @Nullable String description,
    @Nullable String salesLedgerAccountId,
    @Nullable String purchaseLedgerAccountId,
    @Nullable String itemCode,
    @Nullable String notes,
    @Nullable String salesTaxRateId,
    @Nullable String usualSupplierId,
    @Nullable String purchaseTaxRateId,
    @Nullable BigDecimal costPrice,
    @Nullable String sourceGuid,
    @Nullable String purchaseDescription,
    @Nullable Boolean active,
    @Nullable String catalogItemTypeId,
    @Nullable List<SalesPriceDraft> salesPrices)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ProductDraft {
    description = Fits.text("description", description, 255);
    itemCode = Fits.text("item_code", itemCode, 255);
    notes = Fits.text("notes", notes, 500);
    costPrice = Amounts.notNegative("cost_price", costPrice);
    sourceGuid = Fits.text("source_guid", sourceGuid, 255);
    purchaseDescription = Fits.text("purchase_description", purchaseDescription, 250);
    salesPrices = Given.copy(salesPrices);
  }

  /** A builder with nothing set. */
  public static ProductDraftBuilder builder() {
    return ProductDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("description", description)
        .needs("sales_ledger_account_id", salesLedgerAccountId)
        .needs("purchase_ledger_account_id", purchaseLedgerAccountId)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("item code", itemCode);
  }
}
