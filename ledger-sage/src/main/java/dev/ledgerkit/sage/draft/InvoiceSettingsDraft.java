package dev.ledgerkit.sage.draft;

import dev.ledgerkit.sage.model.CreditTerms;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settings of documents to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record InvoiceSettingsDraft(
    @Nullable Integer nextInvoiceNumber,
    @Nullable Integer nextCreditNoteNumber,
    @Nullable Boolean separateInvoiceCreditNoteNumbering,
    @Nullable String salesInvoiceNumberPrefix,
    @Nullable String salesCreditNoteNumberPrefix,
    @Nullable String invoiceTermsAndConditions,
    @Nullable String defaultNoteOnInvoice,
    @Nullable String defaultNoteOnCreditNote,
    @Nullable String defaultNoteOnEstimate,
    @Nullable String defaultNoteOnQuote,
    @Nullable Integer nextQuoteNumber,
    @Nullable String quoteNumberPrefix,
    @Nullable String estimateNumberPrefix,
    @Nullable Integer quoteDefaultDaysToExpiry,
    @Nullable Integer estimateDefaultDaysToExpiry,
    @Nullable String quoteTermsAndConditions,
    @Nullable String estimateTermsAndConditions,
    @Nullable String deliveryNoteTermsAndConditions,
    @Nullable Boolean deliveryNoteShowSignature,
    @Nullable Boolean deliveryNoteShowPicked,
    @Nullable Boolean deliveryNoteShowNotes,
    @Nullable Boolean deliveryNoteShowContactDetails,
    @Nullable String quickEntryPrefix,
    @Nullable BigDecimal latePaymentPercentage,
    @Nullable BigDecimal promptPaymentPercentage,
    @Nullable Boolean showAutoEntrepreneur,
    @Nullable Boolean showInsurance,
    @Nullable String insurerId,
    @Nullable String insuranceArea,
    @Nullable String insuranceType,
    @Nullable String insuranceText,
    @Nullable String paymentBankAccountId,
    @Nullable String salesCorrectiveInvoiceNumberPrefix,
    @Nullable Integer nextSalesCorrectiveInvoiceNumber,
    @Nullable Integer customerCreditDays,
    @Nullable Integer vendorCreditDays,
    @Nullable CreditTerms customerCreditTerms,
    @Nullable CreditTerms vendorCreditTerms,
    @Nullable DocumentHeadingsDraft documentHeadings,
    @Nullable LineItemTitlesDraft lineItemTitles,
    @Nullable FooterDetailsDraft footerDetails,
    @Nullable PrintContactDetailsDraft printContactDetails,
    @Nullable PrintStatementsDraft printStatements)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public InvoiceSettingsDraft {
    nextInvoiceNumber = Fits.number("next_invoice_number", nextInvoiceNumber, 1, 999999999);
    nextCreditNoteNumber =
        Fits.number("next_credit_note_number", nextCreditNoteNumber, 1, 999999999);
    salesInvoiceNumberPrefix =
        Fits.text("sales_invoice_number_prefix", salesInvoiceNumberPrefix, 6);
    salesCreditNoteNumberPrefix =
        Fits.text("sales_credit_note_number_prefix", salesCreditNoteNumberPrefix, 6);
    invoiceTermsAndConditions =
        Fits.text("invoice_terms_and_conditions", invoiceTermsAndConditions, 2000);
    defaultNoteOnInvoice = Fits.text("default_note_on_invoice", defaultNoteOnInvoice, 2000);
    defaultNoteOnCreditNote =
        Fits.text("default_note_on_credit_note", defaultNoteOnCreditNote, 2000);
    defaultNoteOnEstimate = Fits.text("default_note_on_estimate", defaultNoteOnEstimate, 2000);
    defaultNoteOnQuote = Fits.text("default_note_on_quote", defaultNoteOnQuote, 2000);
    nextQuoteNumber = Fits.number("next_quote_number", nextQuoteNumber, 1, 999999999);
    quoteNumberPrefix = Fits.text("quote_number_prefix", quoteNumberPrefix, 6);
    estimateNumberPrefix = Fits.text("estimate_number_prefix", estimateNumberPrefix, 6);
    quoteDefaultDaysToExpiry =
        Fits.number("quote_default_days_to_expiry", quoteDefaultDaysToExpiry, 0, 365);
    estimateDefaultDaysToExpiry =
        Fits.number("estimate_default_days_to_expiry", estimateDefaultDaysToExpiry, 0, 365);
    quoteTermsAndConditions =
        Fits.text("quote_terms_and_conditions", quoteTermsAndConditions, 2000);
    estimateTermsAndConditions =
        Fits.text("estimate_terms_and_conditions", estimateTermsAndConditions, 2000);
    deliveryNoteTermsAndConditions =
        Fits.text("delivery_note_terms_and_conditions", deliveryNoteTermsAndConditions, 2000);
    quickEntryPrefix = Fits.text("quick_entry_prefix", quickEntryPrefix, 6);
    salesCorrectiveInvoiceNumberPrefix =
        Fits.text(
            "sales_corrective_invoice_number_prefix", salesCorrectiveInvoiceNumberPrefix, 255);
    nextSalesCorrectiveInvoiceNumber =
        Fits.number(
            "next_sales_corrective_invoice_number",
            nextSalesCorrectiveInvoiceNumber,
            1,
            2147483647);
    customerCreditDays = Fits.number("customer_credit_days", customerCreditDays, 0, 365);
    vendorCreditDays = Fits.number("vendor_credit_days", vendorCreditDays, 0, 365);
  }

  /** A builder with nothing set. */
  public static InvoiceSettingsDraftBuilder builder() {
    return InvoiceSettingsDraftBuilder.builder();
  }

  /** Empty: it exists already and is only changed. */
  @Override
  public List<String> missing() {
    return List.of();
  }
}
