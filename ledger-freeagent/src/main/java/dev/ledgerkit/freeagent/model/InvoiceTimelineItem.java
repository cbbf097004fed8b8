package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that happened to an invoice.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param reference of the invoice
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record InvoiceTimelineItem(
    @Nullable String reference,
    @Nullable String summary,
    @Nullable String description,
    @Nullable LocalDate datedOn,
    @Nullable BigDecimal amount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public InvoiceTimelineItem {
    extra = Absent.map(extra);
  }
}
