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
 * A corrective invoice of a supplier, as the invoice it corrects carries it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param paymentsAllocations only if asked for with {@code show_payments_allocations}
 * @param imported whether import rules apply; {@code import} on the wire
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PurchaseCorrectiveInvoice(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    List<Link> links,
    @Nullable Boolean editable,
    @Nullable Boolean vatReverseCharge,
    @Nullable Transaction transaction,
    @Nullable Reference transactionType,
    @Nullable Contact contact,
    @Nullable Instant deletedAt,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable LocalDate date,
    @Nullable LocalDate dueDate,
    @Nullable String reference,
    @Nullable String vendorReference,
    @Nullable String notes,
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
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyOutstandingAmount,
    @Nullable Reference status,
    @Nullable String voidReason,
    List<PurchaseLine> invoiceLines,
    List<TaxAnalysis> taxAnalysis,
    @Nullable DetailedTaxAnalysis detailedTaxAnalysis,
    List<PaymentAllocation> paymentsAllocations,
    @Nullable LocalDate lastPaid,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    @Nullable LinkedReference originalInvoice,
    @Nullable String originalInvoiceNumber,
    @Nullable LocalDate originalInvoiceDate,
    @Nullable Boolean taxReconciled,
    @JsonProperty("import") @Nullable Boolean imported,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PurchaseCorrectiveInvoice {
    id = Absent.text(id);
    links = Absent.list(links);
    invoiceLines = Absent.list(invoiceLines);
    taxAnalysis = Absent.list(taxAnalysis);
    paymentsAllocations = Absent.list(paymentsAllocations);
    extra = Absent.map(extra);
  }
}
