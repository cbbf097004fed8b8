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
 * A sales invoice to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param contactId required to create
 * @param date required to create
 * @param invoiceLines required to create
 * @param statusId only {@code DRAFT} or {@code PRO_FORMA}; paid is what payments make of it
 * @param invoiceNumber leave it out unless gaps in the numbering are wanted
 * @param deliveryAddress left out beside a main address, that one is sent
 * @param shippingTaxRateId Sage computes the tax on shipping from it, whatever amount is sent; left
 *     out with untaxed shipping, the zero rate of the business is sent
 * @param reference at most 25 characters
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record SalesInvoiceDraft(
    @Nullable String contactId,
    @Nullable LocalDate date,
    @Nullable Boolean vatReverseCharge,
    @Nullable Boolean destinationConsignment,
    @Nullable BigDecimal cisApplicableAmount,
    @Nullable BigDecimal baseCurrencyCisApplicableAmount,
    @Nullable BigDecimal totalAfterCisDeduction,
    @Nullable BigDecimal baseCurrencyTotalAfterCisDeduction,
    @Nullable String invoiceNumberPrefix,
    @Nullable String invoiceNumber,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable LocalDate dueDate,
    @Nullable String reference,
    @Nullable String notes,
    @Nullable String termsAndConditions,
    @Nullable BigDecimal shippingNetAmount,
    @Nullable String shippingTaxRateId,
    @Nullable BigDecimal shippingTaxAmount,
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
    @Nullable BigDecimal totalQuantity,
    @Nullable BigDecimal totalDiscountAmount,
    @Nullable BigDecimal baseCurrencyTotalDiscountAmount,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable ArtefactStatus statusId,
    @Nullable Boolean sent,
    @Nullable String originalQuoteEstimateId,
    @Nullable String taxAddressRegionId,
    @Nullable String deliveryPerformanceDate,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    @Nullable RecurringInvoiceDraft recurringInvoice,
    @Nullable ArtefactAddressDraft mainAddress,
    @Nullable ArtefactAddressDraft deliveryAddress,
    @Nullable List<SalesInvoiceLineDraft> invoiceLines,
    @Nullable List<TaxAnalysisDraft> taxAnalysis)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public SalesInvoiceDraft {
    invoiceNumberPrefix = Fits.text("invoice_number_prefix", invoiceNumberPrefix, 6);
    contactName = Fits.text("contact_name", contactName, 255);
    contactReference = Fits.text("contact_reference", contactReference, 255);
    reference = Fits.text("reference", reference, 25);
    notes = Fits.text("notes", notes, 2000);
    termsAndConditions = Fits.text("terms_and_conditions", termsAndConditions, 2000);
    exchangeRate = Amounts.notNegative("exchange_rate", exchangeRate);
    inverseExchangeRate = Amounts.notNegative("inverse_exchange_rate", inverseExchangeRate);
    deliveryPerformanceDate = Fits.text("delivery_performance_date", deliveryPerformanceDate, 40);
    invoiceLines = Given.copy(invoiceLines);
    taxAnalysis = Given.copy(taxAnalysis);
  }

  /** A builder with nothing set. */
  public static SalesInvoiceDraftBuilder builder() {
    return SalesInvoiceDraftBuilder.builder();
  }

  /**
   * This draft for {@code contact}.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is in another currency than the
   *     contact, where both are known
   */
  public SalesInvoiceDraft forContact(Contact contact) {
    return SalesInvoiceDraftBuilder.builder(this)
        .contactId(ContactCurrency.checked(contact, currencyId))
        .build();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("contact_id", contactId)
        .needs("date", date)
        .needs("invoice_lines", invoiceLines)
        .needsEach("invoice_lines", invoiceLines, SalesInvoiceLineDraft::missing)
        .needsIf(Amounts.taxed(shippingTaxAmount), "shipping_tax_rate_id", shippingTaxRateId)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup(
        "reference", reference,
        "invoice number", invoiceNumber);
  }
}
