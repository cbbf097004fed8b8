package dev.ledgerkit.sage.draft;

import dev.ledgerkit.sage.model.ArtefactStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a payment no document is settled with.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PaymentOnAccountDraft(
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable String contactId,
    @Nullable LocalDate date,
    @Nullable String reference,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal outstandingAmount,
    @Nullable String currencyId,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyOutstandingAmount,
    @Nullable ArtefactStatus statusId) {

  /** A builder with nothing set. */
  public static PaymentOnAccountDraftBuilder builder() {
    return PaymentOnAccountDraftBuilder.builder();
  }
}
