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
 * A credit note of a supplier, as Sage answers it; its amounts are positive.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param transaction null while it is a draft
 * @param postponedAccounting where the supplier is an importer; UK and Ireland only
 * @param imported whether import rules apply; {@code import} on the wire
 * @param totalItcAmount input tax credit; Canada only
 * @param totalItrAmount input tax refund; Canada only
 * @param partRecoverable Canada only
 * @param vendorReference the number the supplier gave it
 * @param status {@code ArtefactStatus.PAID.is(creditNote.status())} tells which
 * @param paymentsAllocations only if asked for with {@code show_payments_allocations}
 * @param taxCalculationMethod in the spelling of Sage
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PurchaseCreditNote(
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
    @Nullable Boolean postponedAccounting,
    @JsonProperty("import") @Nullable Boolean imported,
    @Nullable Boolean vatExemptConsignment,
    @Nullable Instant deletedAt,
    @Nullable Boolean isCis,
    @Nullable BigDecimal cisApplicableAmount,
    @Nullable BigDecimal baseCurrencyCisApplicableAmount,
    @Nullable BigDecimal totalAfterCisDeduction,
    @Nullable BigDecimal baseCurrencyTotalAfterCisDeduction,
    @Nullable Boolean hasCisLabour,
    @Nullable Boolean hasCisMaterials,
    @Nullable Contact contact,
    @Nullable BigDecimal baseCurrencyTotalItcAmount,
    @Nullable BigDecimal totalItcAmount,
    @Nullable BigDecimal baseCurrencyTotalItrAmount,
    @Nullable BigDecimal totalItrAmount,
    @Nullable Boolean partRecoverable,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable LocalDate date,
    @Nullable LocalDate originalInvoiceDate,
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
    List<PurchaseLine> creditNoteLines,
    List<TaxAnalysis> taxAnalysis,
    @Nullable DetailedTaxAnalysis detailedTaxAnalysis,
    List<PaymentAllocation> paymentsAllocations,
    @Nullable LocalDate lastPaid,
    @Nullable Reference taxAddressRegion,
    @Nullable Boolean taxReconciled,
    @Nullable Boolean migrated,
    @Nullable String taxCalculationMethod,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @Nullable BigDecimal baseCurrencyWithholdingTaxAmount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PurchaseCreditNote {
    id = Absent.text(id);
    links = Absent.list(links);
    creditNoteLines = Absent.list(creditNoteLines);
    taxAnalysis = Absent.list(taxAnalysis);
    paymentsAllocations = Absent.list(paymentsAllocations);
    extra = Absent.map(extra);
  }
}
