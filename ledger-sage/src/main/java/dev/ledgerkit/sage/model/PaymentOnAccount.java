package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of a payment no document was settled with.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PaymentOnAccount(
    @Nullable String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String contactName,
    @Nullable String contactReference,
    @Nullable Reference contact,
    @Nullable LocalDate date,
    @Nullable String reference,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable BigDecimal outstandingAmount,
    @Nullable Reference currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyOutstandingAmount,
    @Nullable Reference status,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PaymentOnAccount {
    extra = Absent.map(extra);
  }
}
