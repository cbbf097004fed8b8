package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a bank transaction was for.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param entryType in words, where a transaction shows its explanations
 * @param grossValue negative for money out
 * @param attachment up to version {@code 2026-08-31} of the API
 * @param attachments from version {@code 2026-09-01}
 * @param paidInvoice an invoice or a credit note
 * @param assetLifeYears FreeAgent does not use it any more
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BankTransactionExplanation(
    Ref<BankTransactionExplanation> url,
    @Nullable Ref<BankTransaction> bankTransaction,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable ExplanationType type,
    @Nullable String entryType,
    @Nullable EcStatus ecStatus,
    @Nullable String placeOfSupply,
    @Nullable LocalDate datedOn,
    @Nullable BigDecimal grossValue,
    @Nullable BigDecimal foreignCurrencyValue,
    @Nullable BigDecimal transferValue,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal salesTaxValue,
    @Nullable String secondSalesTaxStatus,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable BigDecimal secondSalesTaxValue,
    @Nullable String description,
    @Nullable String transactionDescription,
    @Nullable String detail,
    @Nullable Ref<Category> category,
    @Nullable String chequeNumber,
    @Nullable Attachment attachment,
    List<Attachment> attachments,
    @Nullable Boolean markedForReview,
    @Nullable Boolean isMoneyIn,
    @Nullable Boolean isMoneyOut,
    @Nullable Boolean isMoneyPaidToUser,
    @Nullable Boolean isLocked,
    List<String> lockedAttributes,
    @Nullable String lockedReason,
    @Nullable Boolean isDeletable,
    @Nullable Boolean hasPendingOperation,
    @Nullable Ref<Project> project,
    @Nullable RebillType rebillType,
    @Nullable BigDecimal rebillFactor,
    @Nullable String receiptReference,
    @Nullable Ref<?> paidInvoice,
    @Nullable Ref<Bill> paidBill,
    @Nullable Ref<User> paidUser,
    @Nullable Ref<BankAccount> transferBankAccount,
    @Nullable Ref<?> linkedTransferExplanation,
    @Nullable Ref<BankAccount> linkedTransferAccount,
    @Nullable Ref<StockItem> stockItem,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<?> capitalAsset,
    @Nullable String assetLifeYears,
    @Nullable Ref<?> disposedAsset,
    @Nullable Ref<?> property,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BankTransactionExplanation {
    url = Ref.orNone(url);
    attachments = Absent.list(attachments);
    lockedAttributes = Absent.list(lockedAttributes);
    extra = Absent.map(extra);
  }

  /**
   * The explanation with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<BankTransactionExplanation> ref(String idOrUrl) {
    return Ref.of("bank_transaction_explanations", idOrUrl);
  }
}
