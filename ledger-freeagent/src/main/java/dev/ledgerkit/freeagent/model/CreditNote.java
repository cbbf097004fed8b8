package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A credit note, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * <p>Amounts are positive for what is credited, here and in {@link CreditNoteItem}; on the wire
 * they are negative. One that is negative here charges the customer instead.
 *
 * @param property of a landlord
 * @param totalValue what is credited
 * @param refundedValue what of it was refunded or set against invoices
 * @param dueValue what is left of it
 * @param cisDeduction in the sign of the wire
 * @param cisDeductionSuffered in the sign of the wire
 * @param creditNoteItems in a list only if asked for with {@code nested_credit_note_items}
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record CreditNote(
    Ref<CreditNote> url,
    @Nullable Ref<Contact> contact,
    @Nullable String contactName,
    @Nullable String clientContactName,
    @Nullable Ref<Project> project,
    @Nullable Ref<?> property,
    @Nullable String reference,
    @Nullable LocalDate datedOn,
    @Nullable LocalDate dueOn,
    @Nullable Integer paymentTermsInDays,
    @Nullable String paymentTerms,
    @Nullable String currency,
    @Nullable BigDecimal exchangeRate,
    @Credited @Nullable BigDecimal netValue,
    @Credited @Nullable BigDecimal salesTaxValue,
    @Credited @Nullable BigDecimal secondSalesTaxValue,
    @Credited @Nullable BigDecimal totalValue,
    @Credited @Nullable BigDecimal refundedValue,
    @Credited @Nullable BigDecimal dueValue,
    @Nullable Boolean involvesSalesTax,
    @Nullable Boolean isInterimUkVat,
    @Nullable CreditNoteStatus status,
    @Nullable String longStatus,
    @Nullable LocalDate refundedOn,
    @Nullable LocalDate writtenOffDate,
    @Nullable String cisRate,
    @Nullable BigDecimal cisDeductionRate,
    @Nullable BigDecimal cisDeduction,
    @Nullable BigDecimal cisDeductionSuffered,
    @Nullable BigDecimal discountPercent,
    @Nullable String comments,
    @Nullable String poReference,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable Boolean omitHeader,
    @Nullable Boolean showProjectName,
    @Nullable Boolean alwaysShowBicAndIban,
    @Nullable EcStatus ecStatus,
    @Nullable String placeOfSupply,
    List<CreditNoteItem> creditNoteItems,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public CreditNote {
    url = Ref.orNone(url);
    creditNoteItems = Absent.list(creditNoteItems);
    extra = Absent.map(extra);
  }

  /**
   * The credit note with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<CreditNote> ref(String idOrUrl) {
    return Ref.of("credit_notes", idOrUrl);
  }
}
