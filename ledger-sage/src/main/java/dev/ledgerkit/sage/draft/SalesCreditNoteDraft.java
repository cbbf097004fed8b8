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
 * A sales credit note to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param contactId required to create
 * @param date required to create
 * @param creditNoteLines required to create; amounts are positive
 * @param creditNoteNumber leave it out unless gaps in the numbering are wanted
 * @param shippingTaxRateId Sage computes the tax on shipping from it, whatever amount is sent; left
 *     out with untaxed shipping, the zero rate of the business is sent
 * @param statusId only {@code DRAFT} or {@code PRO_FORMA}; allocations make the rest of it
 * @param deliveryAddress left out beside a main address, that one is sent
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record SalesCreditNoteDraft(
    @Nullable String contactId,
    @Nullable LocalDate date,
    @Nullable List<SalesInvoiceLineDraft> creditNoteLines,
    @Nullable Boolean vatReverseCharge,
    @Nullable Boolean destinationConsignment,
    @Nullable BigDecimal cisApplicableAmount,
    @Nullable BigDecimal baseCurrencyCisApplicableAmount,
    @Nullable BigDecimal totalAfterCisDeduction,
    @Nullable BigDecimal baseCurrencyTotalAfterCisDeduction,
    @Nullable String creditNoteNumberPrefix,
    @Nullable String creditNoteNumber,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable LocalDate originalInvoiceDate,
    @Nullable String reference,
    @Nullable String notes,
    @Nullable String termsAndConditions,
    @Nullable BigDecimal shippingNetAmount,
    @Nullable String shippingTaxRateId,
    @Nullable BigDecimal shippingTaxAmount,
    @Nullable BigDecimal totalQuantity,
    @Nullable BigDecimal shippingTotalAmount,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable String currencyId,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal inverseExchangeRate,
    @Nullable BigDecimal baseCurrencyShippingNetAmount,
    @Nullable BigDecimal baseCurrencyShippingTaxAmount,
    @Nullable BigDecimal baseCurrencyShippingTotalAmount,
    @Nullable BigDecimal totalDiscountAmount,
    @Nullable BigDecimal baseCurrencyTotalDiscountAmount,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable ArtefactStatus statusId,
    @Nullable Boolean sent,
    @Nullable String taxAddressRegionId,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    @Nullable ArtefactAddressDraft mainAddress,
    @Nullable ArtefactAddressDraft deliveryAddress,
    @Nullable List<TaxAnalysisDraft> taxAnalysis)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public SalesCreditNoteDraft {
    creditNoteLines =
        Amounts.credits("credit_note_lines", creditNoteLines, SalesInvoiceLineDraft::worth);
    creditNoteNumberPrefix = Fits.text("credit_note_number_prefix", creditNoteNumberPrefix, 6);
    contactName = Fits.text("contact_name", contactName, 255);
    contactReference = Fits.text("contact_reference", contactReference, 255);
    reference = Fits.text("reference", reference, 25);
    notes = Fits.text("notes", notes, 2000);
    termsAndConditions = Fits.text("terms_and_conditions", termsAndConditions, 65535);
    exchangeRate = Amounts.notNegative("exchange_rate", exchangeRate);
    inverseExchangeRate = Amounts.notNegative("inverse_exchange_rate", inverseExchangeRate);
    taxAnalysis = Given.copy(taxAnalysis);
  }

  /** A builder with nothing set. */
  public static SalesCreditNoteDraftBuilder builder() {
    return SalesCreditNoteDraftBuilder.builder();
  }

  /**
   * This draft for {@code contact}.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is in another currency than the
   *     contact, where both are known
   */
  public SalesCreditNoteDraft forContact(Contact contact) {
    return SalesCreditNoteDraftBuilder.builder(this)
        .contactId(ContactCurrency.checked(contact, currencyId))
        .build();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("contact_id", contactId)
        .needs("date", date)
        .needs("credit_note_lines", creditNoteLines)
        .needsEach("credit_note_lines", creditNoteLines, SalesInvoiceLineDraft::missing)
        .needsIf(Amounts.taxed(shippingTaxAmount), "shipping_tax_rate_id", shippingTaxRateId)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup(
        "reference", reference,
        "credit note number", creditNoteNumber);
  }
}
