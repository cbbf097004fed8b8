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
 * An invoice, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param property of a landlord
 * @param longStatus for people, such as {@code Open – due in 4 days}
 * @param invoiceItems in a list only if asked for with {@code nested_invoice_items}
 * @param paymentUrl where the customer pays online
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Invoice(
    Ref<Invoice> url,
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
    @Nullable BigDecimal netValue,
    @Nullable BigDecimal salesTaxValue,
    @Nullable BigDecimal secondSalesTaxValue,
    @Nullable BigDecimal totalValue,
    @Nullable BigDecimal paidValue,
    @Nullable BigDecimal dueValue,
    @Nullable Boolean involvesSalesTax,
    @Nullable Boolean isInterimUkVat,
    @Nullable InvoiceStatus status,
    @Nullable String longStatus,
    @Nullable LocalDate paidOn,
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
    @Nullable Boolean sendNewInvoiceEmails,
    @Nullable Boolean sendReminderEmails,
    @Nullable Boolean sendThankYouEmails,
    @Nullable EcStatus ecStatus,
    @Nullable String placeOfSupply,
    @Nullable Ref<?> recurringInvoice,
    @Nullable String paymentUrl,
    @Nullable PaymentMethods paymentMethods,
    List<InvoiceItem> invoiceItems,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Invoice {
    url = Ref.orNone(url);
    invoiceItems = Absent.list(invoiceItems);
    extra = Absent.map(extra);
  }

  /**
   * The invoice with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Invoice> ref(String idOrUrl) {
    return Ref.of("invoices", idOrUrl);
  }
}
