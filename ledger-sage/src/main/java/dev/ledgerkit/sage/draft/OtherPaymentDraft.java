package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.sage.model.TransactionType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment that settles no document to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param transactionTypeId required to create
 * @param date required to create
 * @param totalAmount required to create
 * @param paymentLines required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record OtherPaymentDraft(
    @Nullable TransactionType transactionTypeId,
    @Nullable LocalDate date,
    @Nullable BigDecimal totalAmount,
    @Nullable List<OtherPaymentLineDraft> paymentLines,
    @Nullable BigDecimal baseCurrencyTotalItcAmount,
    @Nullable BigDecimal totalItcAmount,
    @Nullable BigDecimal baseCurrencyTotalItrAmount,
    @Nullable BigDecimal totalItrAmount,
    @Nullable Boolean partRecoverable,
    @Nullable String paymentMethodId,
    @Nullable String contactId,
    @Nullable String bankAccountId,
    @Nullable String taxAddressRegionId,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable String reference,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public OtherPaymentDraft {
    totalAmount = Amounts.notNegative("total_amount", totalAmount);
    paymentLines = Given.copy(paymentLines);
    reference = Fits.text("reference", reference, 25);
  }

  /** A builder with nothing set. */
  public static OtherPaymentDraftBuilder builder() {
    return OtherPaymentDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("transaction_type_id", transactionTypeId)
        .needs("date", date)
        .needs("total_amount", totalAmount)
        .needs("payment_lines", paymentLines)
        .needsEach("payment_lines", paymentLines, OtherPaymentLineDraft::missing)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
