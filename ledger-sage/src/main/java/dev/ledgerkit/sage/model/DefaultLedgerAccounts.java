package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The ledger accounts a business uses where none is named.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record DefaultLedgerAccounts(
    @Nullable Reference bankChargesLedgerAccount,
    @Nullable Reference bankInterestReceivedLedgerAccount,
    @Nullable Reference bankInterestChargesPaidLedgerAccount,
    @Nullable Reference exchangeRateGainsLedgerAccount,
    @Nullable Reference exchangeRateLossesLedgerAccount,
    @Nullable Reference salesLedgerAccount,
    @Nullable Reference salesDiscountLedgerAccount,
    @Nullable Reference purchaseLedgerAccount,
    @Nullable Reference purchaseDiscountLedgerAccount,
    @Nullable Reference productSalesLedgerAccount,
    @Nullable Reference productPurchaseLedgerAccount,
    @Nullable Reference serviceSalesLedgerAccount,
    @Nullable Reference servicePurchaseLedgerAccount,
    @Nullable Reference stockPurchaseLedgerAccount,
    @Nullable Reference otherReceiptLedgerAccount,
    @Nullable Reference otherPaymentLedgerAccount,
    @Nullable Reference customerReceiptDiscountLedgerAccount,
    @Nullable Reference vendorPaymentDiscountLedgerAccount,
    @Nullable Reference carriageLedgerAccount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public DefaultLedgerAccounts {
    extra = Absent.map(extra);
  }
}
