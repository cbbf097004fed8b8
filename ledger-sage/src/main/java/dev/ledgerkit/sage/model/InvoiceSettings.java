package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How documents of a business are numbered and printed, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param path below the API base
 * @param nextInvoiceNumber the number Sage gives next; own numbers leave gaps
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record InvoiceSettings(
    @JsonProperty("$path") @Nullable String path,
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
    @Nullable Contact insurer,
    @Nullable String insuranceArea,
    @Nullable String insuranceType,
    @Nullable String insuranceText,
    @Nullable Reference paymentBankAccount,
    @Nullable String salesCorrectiveInvoiceNumberPrefix,
    @Nullable Integer nextSalesCorrectiveInvoiceNumber,
    @Nullable DocumentHeadings documentHeadings,
    @Nullable LineItemTitles lineItemTitles,
    @Nullable FooterDetails footerDetails,
    @Nullable PrintContactDetails printContactDetails,
    @Nullable PrintStatements printStatements,
    @Nullable Integer customerCreditDays,
    @Nullable Integer vendorCreditDays,
    @Nullable CreditTerms customerCreditTerms,
    @Nullable CreditTerms vendorCreditTerms,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public InvoiceSettings {
    extra = Absent.map(extra);
  }
}
