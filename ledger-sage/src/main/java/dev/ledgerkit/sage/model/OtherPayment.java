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
 * Money received or paid that settles no document.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it: lists carry little more than the id unless {@code attributes} are asked
 * for.
 *
 * @param path below the API base
 * @param transactionType see {@link TransactionType}
 * @param totalItcAmount input tax credit; Canada only
 * @param totalItrAmount input tax refund; Canada only
 * @param partRecoverable Canada only
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record OtherPayment(
    String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Reference transaction,
    @Nullable Reference transactionType,
    @Nullable Instant deletedAt,
    @Nullable BigDecimal baseCurrencyTotalItcAmount,
    @Nullable BigDecimal totalItcAmount,
    @Nullable BigDecimal baseCurrencyTotalItrAmount,
    @Nullable BigDecimal totalItrAmount,
    @Nullable Boolean partRecoverable,
    @Nullable Reference paymentMethod,
    @Nullable Reference contact,
    @Nullable Reference bankAccount,
    @Nullable Reference taxAddressRegion,
    @Nullable LocalDate date,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable BigDecimal totalAmount,
    @Nullable String reference,
    List<OtherPaymentLine> paymentLines,
    @Nullable Boolean editable,
    @Nullable Boolean deletable,
    @Nullable BigDecimal withholdingTaxRate,
    @Nullable BigDecimal withholdingTaxAmount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public OtherPayment {
    id = Absent.text(id);
    paymentLines = Absent.list(paymentLines);
    extra = Absent.map(extra);
  }
}
