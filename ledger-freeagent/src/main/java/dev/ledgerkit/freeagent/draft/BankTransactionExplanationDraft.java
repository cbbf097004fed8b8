package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.Bill;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.EcStatus;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.RebillType;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.SalesTaxStatus;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.User;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bank transaction was for: an explanation to create, or the fields of one to change.
 *
 * <p>What it is follows from what it names: a {@code category} for ordinary money, {@code
 * paidInvoice}, {@code paidBill}, {@code paidUser}, {@code transferBankAccount}, {@code stockItem}
 * or {@code disposedAsset}.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param bankTransaction the line of a statement to explain; this or {@code bankAccount} is
 *     required to create
 * @param bankAccount where there is no line yet: one is made
 * @param datedOn required to create
 * @param grossValue required to create; negative for money out
 * @param description required to create, but for transfers and payments of invoices, bills and
 *     users
 * @param paidInvoice an invoice, or a credit note that is refunded; without a category
 * @param foreignCurrencyValue what an invoice or bill in another currency is reduced by
 * @param stockAlteringQuantity required with {@code stockItem}
 * @param markedForReview false accepts what FreeAgent guessed
 * @param rebillFactor required with {@link RebillType#MARKUP} and {@link RebillType#PRICE}
 * @param attachment up to version {@code 2026-08-31} of the API
 * @param attachments from version {@code 2026-09-01}; 50 at the most
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankTransactionExplanationDraft(
    @Nullable Ref<BankTransaction> bankTransaction,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable LocalDate datedOn,
    @Nullable BigDecimal grossValue,
    @Nullable String description,
    @Nullable Ref<Category> category,
    @Nullable Ref<?> paidInvoice,
    @Nullable Ref<Bill> paidBill,
    @Nullable Ref<User> paidUser,
    @Nullable Ref<BankAccount> transferBankAccount,
    @Nullable BigDecimal foreignCurrencyValue,
    @Nullable Ref<StockItem> stockItem,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<?> disposedAsset,
    @Nullable Ref<?> property,
    @Nullable EcStatus ecStatus,
    @Nullable String placeOfSupply,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal salesTaxValue,
    @Nullable String secondSalesTaxStatus,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable BigDecimal secondSalesTaxValue,
    @Nullable String chequeNumber,
    @Nullable Boolean markedForReview,
    @Nullable Ref<Project> project,
    @Nullable RebillType rebillType,
    @Nullable BigDecimal rebillFactor,
    @Nullable String receiptReference,
    @Nullable AttachmentDraft attachment,
    @Nullable List<AttachmentDraft> attachments)
    implements VatDated {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BankTransactionExplanationDraft {
    attachments = Given.copy(attachments);
    Explained.check(
        List.of(
            new Explained("paid_invoice", paidInvoice),
            new Explained("paid_bill", paidBill),
            new Explained("transfer_bank_account", transferBankAccount),
            new Explained("disposed_asset", disposedAsset),
            new Explained("category", category)));
    AttachmentDraft.checkCount(attachments);
    if (ecStatus != null && datedOn != null) {
      ecStatus.check(datedOn, null);
    }
  }

  /** A builder with nothing set. */
  public static BankTransactionExplanationDraftBuilder builder() {
    return BankTransactionExplanationDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    Given given =
        new Given()
            .needs("bank_transaction or bank_account", bankTransaction == null ? bankAccount : true)
            .needs("dated_on", datedOn)
            .needs("gross_value", grossValue);
    if (!settles()) {
      given.needs("description", description);
    }
    if (stockItem != null) {
      given.needs("stock_altering_quantity", stockAlteringQuantity);
    }
    if (rebillType != null && !rebillType.equals(RebillType.COST)) {
      given.needs("rebill_factor", rebillFactor);
    }
    return given.missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("description", description);
  }

  /** Whether it names what it pays or where the money went, so that it needs no description. */
  public boolean settles() {
    return paidInvoice != null
        || paidBill != null
        || paidUser != null
        || transferBankAccount != null;
  }
}
