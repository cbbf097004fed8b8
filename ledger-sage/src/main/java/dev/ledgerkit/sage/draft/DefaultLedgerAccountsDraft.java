package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The ledger accounts to use where none is named.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record DefaultLedgerAccountsDraft(
    @Nullable String bankChargesLedgerAccountId,
    @Nullable String bankInterestReceivedLedgerAccountId,
    @Nullable String bankInterestChargesPaidLedgerAccountId,
    @Nullable String exchangeRateGainsLedgerAccountId,
    @Nullable String exchangeRateLossesLedgerAccountId,
    @Nullable String salesLedgerAccountId,
    @Nullable String salesDiscountLedgerAccountId,
    @Nullable String purchaseLedgerAccountId,
    @Nullable String purchaseDiscountLedgerAccountId,
    @Nullable String productSalesLedgerAccountId,
    @Nullable String productPurchaseLedgerAccountId,
    @Nullable String serviceSalesLedgerAccountId,
    @Nullable String servicePurchaseLedgerAccountId,
    @Nullable String stockPurchaseLedgerAccountId,
    @Nullable String otherReceiptLedgerAccountId,
    @Nullable String otherPaymentLedgerAccountId,
    @Nullable String customerReceiptDiscountLedgerAccountId,
    @Nullable String vendorPaymentDiscountLedgerAccountId,
    @Nullable String carriageLedgerAccountId) {

  /** A builder with nothing set. */
  public static DefaultLedgerAccountsDraftBuilder builder() {
    return DefaultLedgerAccountsDraftBuilder.builder();
  }
}
