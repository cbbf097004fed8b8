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
 * What a supplier asks for.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param netValue as FreeAgent sends it: mostly negative, though the total is positive
 * @param salesTaxValue mostly negative as well
 * @param billItems in a list, only if it was asked for nested ones
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Bill(
    Ref<Bill> url,
    @Nullable Ref<Contact> contact,
    @Nullable String contactName,
    @Nullable String reference,
    @Nullable LocalDate datedOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate paidOn,
    @Nullable BillStatus status,
    @Nullable String longStatus,
    @Nullable String currency,
    @Nullable Boolean inputTotalValuesIncTax,
    @Nullable BigDecimal totalValue,
    @Nullable BigDecimal netValue,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal paidValue,
    @Nullable BigDecimal dueValue,
    @Nullable BigDecimal nativeDueValue,
    @Nullable BigDecimal salesTaxValue,
    @Nullable BigDecimal secondSalesTaxValue,
    @Nullable Boolean isPaidByHirePurchase,
    @Nullable Boolean isLocked,
    @Nullable EcStatus ecStatus,
    @Nullable String comments,
    @Nullable Ref<Project> project,
    @Nullable RebillType rebillType,
    @Nullable BigDecimal rebillFactor,
    @Nullable Ref<Project> rebillToProject,
    @Nullable Ref<?> rebilledOnInvoiceItem,
    @Nullable Ref<?> property,
    @Nullable Recurrence recurring,
    @Nullable LocalDate nextRecursOn,
    @Nullable LocalDate recurringEndDate,
    @Nullable Attachment attachment,
    @Nullable CisDeductionBand cisDeductionBand,
    @Nullable BigDecimal cisDeductionRate,
    @Nullable BigDecimal cisDeduction,
    @Nullable BigDecimal cisDeductionSuffered,
    List<BillItem> billItems,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Bill {
    url = Ref.orNone(url);
    billItems = Absent.list(billItems);
    extra = Absent.map(extra);
  }

  /**
   * The bill with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Bill> ref(String idOrUrl) {
    return Ref.of("bills", idOrUrl);
  }
}
