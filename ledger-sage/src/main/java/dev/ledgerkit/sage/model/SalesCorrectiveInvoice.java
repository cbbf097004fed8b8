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
 * A corrective invoice, as the invoice it corrects carries it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param taxCalculationMethod in the spelling of Sage
 * @param paymentsAllocations only if asked for with {@code show_payments_allocations}
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record SalesCorrectiveInvoice(
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
    @Nullable Contact contact,
    @Nullable Instant deletedAt,
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
    @Nullable BigDecimal totalQuantity,
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
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    @Nullable Reference correctiveReasonCode,
    @Nullable LinkedReference originalInvoice,
    @Nullable String originalInvoiceNumber,
    @Nullable LocalDate originalInvoiceDate,
    @Nullable String details,
    @Nullable Boolean taxReconciled,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public SalesCorrectiveInvoice {
    id = Absent.text(id);
    links = Absent.list(links);
    shippingTaxBreakdown = Absent.list(shippingTaxBreakdown);
    baseCurrencyShippingTaxBreakdown = Absent.list(baseCurrencyShippingTaxBreakdown);
    invoiceLines = Absent.list(invoiceLines);
    taxAnalysis = Absent.list(taxAnalysis);
    paymentsAllocations = Absent.list(paymentsAllocations);
    extra = Absent.map(extra);
  }
}
