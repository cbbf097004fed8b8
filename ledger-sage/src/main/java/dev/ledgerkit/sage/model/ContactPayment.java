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
 * Money received from or paid to a contact.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param transactionType see {@link TransactionType}
 * @param paymentOnAccount its id, not that of the transaction, is what a later allocation names
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ContactPayment(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    List<Link> links,
    @Nullable Reference transaction,
    @Nullable Reference transactionType,
    @Nullable Instant deletedAt,
    @Nullable Reference paymentMethod,
    @Nullable Reference contact,
    @Nullable Reference bankAccount,
    @Nullable LocalDate date,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable Reference currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyCurrencyCharge,
    @Nullable String reference,
    List<AllocatedPaymentArtefact> allocatedArtefacts,
    @Nullable Reference taxRate,
    @Nullable PaymentOnAccount paymentOnAccount,
    @Nullable Boolean editable,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public ContactPayment {
    id = Absent.text(id);
    links = Absent.list(links);
    allocatedArtefacts = Absent.list(allocatedArtefacts);
    extra = Absent.map(extra);
  }
}
