package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stock item to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param itemCode required to create
 * @param description required to create
 * @param salesLedgerAccountId required to create
 * @param purchaseLedgerAccountId required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record StockItemDraft(
    @Nullable String itemCode,
    @Nullable String description,
    @Nullable String salesLedgerAccountId,
    @Nullable String purchaseLedgerAccountId,
    @Nullable String notes,
    @Nullable String salesTaxRateId,
    @Nullable String usualSupplierId,
    @Nullable String purchaseTaxRateId,
    @Nullable BigDecimal costPrice,
    @Nullable String sourceGuid,
    @Nullable String purchaseDescription,
    @Nullable BigDecimal reorderLevel,
    @Nullable BigDecimal reorderQuantity,
    @Nullable String location,
    @Nullable String barcode,
    @Nullable String supplierPartNumber,
    @Nullable BigDecimal weight,
    @Nullable String measurementUnit,
    @Nullable BigDecimal weightConverted,
    @Nullable Boolean active,
    @Nullable BigDecimal quantityInStock,
    @Nullable BigDecimal lastCostPrice,
    @Nullable BigDecimal lastCostPriceStockValue,
    @Nullable BigDecimal averageCostPrice,
    @Nullable BigDecimal averageCostPriceStockValue,
    @Nullable LocalDate costPriceLastUpdated,
    @Nullable List<SalesPriceDraft> salesPrices)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public StockItemDraft {
    itemCode = Fits.text("item_code", itemCode, 30);
    description = Fits.text("description", description, 255);
    notes = Fits.text("notes", notes, 500);
    costPrice = Amounts.notNegative("cost_price", costPrice);
    sourceGuid = Fits.text("source_guid", sourceGuid, 255);
    purchaseDescription = Fits.text("purchase_description", purchaseDescription, 250);
    reorderLevel = Amounts.notNegative("reorder_level", reorderLevel);
    reorderQuantity = Amounts.notNegative("reorder_quantity", reorderQuantity);
    weight = Amounts.notNegative("weight", weight);
    salesPrices = Given.copy(salesPrices);
  }

  /** A builder with nothing set. */
  public static StockItemDraftBuilder builder() {
    return StockItemDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("item_code", itemCode)
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
