package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param description required to create
 * @param salesLedgerAccountId required to create
 * @param salesRates one to a rate type
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ServiceDraft(
    @Nullable String description,
    @Nullable String salesLedgerAccountId,
    @Nullable String itemCode,
    @Nullable String notes,
    @Nullable String purchaseLedgerAccountId,
    @Nullable String salesTaxRateId,
    @Nullable String purchaseTaxRateId,
    @Nullable String sourceGuid,
    @Nullable String purchaseDescription,
    @Nullable String usualSupplierId,
    @Nullable Boolean active,
    @Nullable BigDecimal costPrice,
    @Nullable Boolean ossService,
    @Nullable List<ServiceRateDraft> salesRates)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ServiceDraft {
    description = Fits.text("description", description, 255);
    itemCode = Fits.text("item_code", itemCode, 255);
    notes = Fits.text("notes", notes, 500);
    sourceGuid = Fits.text("source_guid", sourceGuid, 255);
    purchaseDescription = Fits.text("purchase_description", purchaseDescription, 250);
    costPrice = Amounts.notNegative("cost_price", costPrice);
    salesRates = Given.copy(salesRates);
  }

  /** A builder with nothing set. */
  public static ServiceDraftBuilder builder() {
    return ServiceDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("description", description)
        .needs("sales_ledger_account_id", salesLedgerAccountId)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("item code", itemCode);
  }
}
