package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.sage.model.ArtefactStatus;
import dev.ledgerkit.sage.model.Contact;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase credit note to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param contactId required to create
 * @param date required to create
 * @param creditNoteLines required to create; amounts are positive
 * @param vendorReference the number the supplier gave it
 * @param statusId only {@code DRAFT}; payments and allocations make the rest of it
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PurchaseCreditNoteDraft(
    @Nullable String contactId,
    @Nullable LocalDate date,
    @Nullable List<PurchaseLineDraft> creditNoteLines,
    @Nullable Boolean vatReverseCharge,
    @Nullable Boolean postponedAccounting,
    @Nullable Boolean vatExemptConsignment,
    @Nullable BigDecimal cisApplicableAmount,
    @Nullable BigDecimal baseCurrencyCisApplicableAmount,
    @Nullable BigDecimal totalAfterCisDeduction,
    @Nullable BigDecimal baseCurrencyTotalAfterCisDeduction,
    @Nullable BigDecimal baseCurrencyTotalItcAmount,
    @Nullable BigDecimal totalItcAmount,
    @Nullable BigDecimal baseCurrencyTotalItrAmount,
    @Nullable BigDecimal totalItrAmount,
    @Nullable Boolean partRecoverable,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable LocalDate originalInvoiceDate,
    @Nullable String reference,
    @Nullable String vendorReference,
    @Nullable String notes,
    @Nullable BigDecimal totalQuantity,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable String currencyId,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal inverseExchangeRate,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable ArtefactStatus statusId,
    @Nullable String taxAddressRegionId,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    @Nullable List<TaxAnalysisDraft> taxAnalysis)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public PurchaseCreditNoteDraft {
    creditNoteLines =
        Amounts.credits("credit_note_lines", creditNoteLines, PurchaseLineDraft::worth);
    contactName = Fits.text("contact_name", contactName, 255);
    contactReference = Fits.text("contact_reference", contactReference, 255);
    reference = Fits.text("reference", reference, 25);
    vendorReference = Fits.text("vendor_reference", vendorReference, 31);
    notes = Fits.text("notes", notes, 2000);
    exchangeRate = Amounts.notNegative("exchange_rate", exchangeRate);
    inverseExchangeRate = Amounts.notNegative("inverse_exchange_rate", inverseExchangeRate);
    taxAnalysis = Given.copy(taxAnalysis);
  }

  /** A builder with nothing set. */
  public static PurchaseCreditNoteDraftBuilder builder() {
    return PurchaseCreditNoteDraftBuilder.builder();
  }

  /**
   * This draft for {@code contact}.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is in another currency than the
   *     contact, where both are known
   */
  public PurchaseCreditNoteDraft forContact(Contact contact) {
    return PurchaseCreditNoteDraftBuilder.builder(this)
        .contactId(ContactCurrency.checked(contact, currencyId))
        .build();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("contact_id", contactId)
        .needs("date", date)
        .needs("credit_note_lines", creditNoteLines)
        .needsEach("credit_note_lines", creditNoteLines, PurchaseLineDraft::missing)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup(
        "vendor reference", vendorReference,
        "reference", reference);
  }
}
