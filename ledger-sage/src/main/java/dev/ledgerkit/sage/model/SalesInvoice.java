package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A sales invoice, as Sage answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param taxCalculationMethod in the spelling of Sage
 * @param transaction null while the invoice is a draft
 * @param recurringInvoice only if asked for with {@code show_recurring_invoice}
 * @param status {@code ArtefactStatus.PAID.is(invoice.status())} tells which
 * @param paymentsAllocations only if asked for with {@code show_payments_allocations}
 * @param corrections only if asked for with {@code show_corrections}
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record SalesInvoice(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    List<Link> links,
    @Nullable Boolean editable,
    @Nullable Boolean vatReverseCharge,
    @Nullable String taxCalculationMethod,
    @Nullable Boolean destinationConsignment,
    @Nullable Boolean destinationVatRatesInUse,
    @Nullable Transaction transaction,
    @Nullable Reference transactionType,
    @Nullable Instant deletedAt,
    @Nullable Boolean isCis,
    @Nullable BigDecimal cisApplicableAmount,
    @Nullable BigDecimal baseCurrencyCisApplicableAmount,
    @Nullable BigDecimal totalAfterCisDeduction,
    @Nullable BigDecimal baseCurrencyTotalAfterCisDeduction,
    @Nullable Boolean hasCisLabour,
    @Nullable Boolean hasCisMaterials,
    @Nullable Contact contact,
    @Nullable RecurringInvoice recurringInvoice,
    @Nullable String invoiceNumberPrefix,
    @Nullable String invoiceNumber,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable LocalDate date,
    @Nullable LocalDate dueDate,
    @Nullable String reference,
    @Nullable String mainAddressFreeForm,
    @Nullable ArtefactAddress mainAddress,
    @Nullable String deliveryAddressFreeForm,
    @Nullable ArtefactAddress deliveryAddress,
    @Nullable String notes,
    @Nullable String termsAndConditions,
    @Nullable BigDecimal shippingNetAmount,
    @Nullable Reference shippingTaxRate,
    @Nullable BigDecimal shippingTaxAmount,
    List<TaxBreakdown> shippingTaxBreakdown,
    @Nullable BigDecimal shippingTotalAmount,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal paymentsAllocationsTotalAmount,
    @Nullable BigDecimal paymentsAllocationsTotalDiscount,
    @Nullable BigDecimal totalPaid,
    @Nullable BigDecimal outstandingAmount,
    @Nullable Reference currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal inverseExchangeRate,
    @Nullable BigDecimal baseCurrencyShippingNetAmount,
    @Nullable BigDecimal baseCurrencyShippingTaxAmount,
    List<TaxBreakdown> baseCurrencyShippingTaxBreakdown,
    @Nullable BigDecimal baseCurrencyShippingTotalAmount,
    @Nullable BigDecimal totalQuantity,
    @Nullable BigDecimal totalDiscountAmount,
    @Nullable BigDecimal baseCurrencyTotalDiscountAmount,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyOutstandingAmount,
    @Nullable Reference status,
    @Nullable Boolean sent,
    @Nullable Boolean sentByEmail,
    @Nullable String voidReason,
    List<InvoiceLine> invoiceLines,
    List<TaxAnalysis> taxAnalysis,
    @Nullable DetailedTaxAnalysis detailedTaxAnalysis,
    List<PaymentAllocation> paymentsAllocations,
    @Nullable LocalDate lastPaid,
    @Nullable LinkedReference originalQuoteEstimate,
    @Nullable Reference taxAddressRegion,
    @Nullable String deliveryPerformanceDate,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    List<SalesCorrectiveInvoice> corrections,
    @Nullable Boolean taxReconciled,
    @Nullable Boolean migrated,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public SalesInvoice {
    id = Absent.text(id);
    links = Absent.list(links);
    shippingTaxBreakdown = Absent.list(shippingTaxBreakdown);
    baseCurrencyShippingTaxBreakdown = Absent.list(baseCurrencyShippingTaxBreakdown);
    invoiceLines = Absent.list(invoiceLines);
    taxAnalysis = Absent.list(taxAnalysis);
    paymentsAllocations = Absent.list(paymentsAllocations);
    corrections = Absent.list(corrections);
    extra = Absent.map(extra);
  }
}
