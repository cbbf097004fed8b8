package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A payment or allocation that settles part of a document.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PaymentAllocation(
    List<Link> links,
    @Nullable LocalDate date,
    @Nullable String type,
    @Nullable String reference,
    @Nullable BigDecimal amount,
    @Nullable BigDecimal discount,
    @Nullable String stripeTransactionId,
    @Nullable ContactAllocation contactAllocation,
    @Nullable LinkedReference artefact,
    @Nullable ContactPayment contactPayment,
    @Nullable String displayedAs,
    @Nullable Boolean negativePayment,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public PaymentAllocation {
    links = Absent.list(links);
    extra = Absent.map(extra);
  }
}
