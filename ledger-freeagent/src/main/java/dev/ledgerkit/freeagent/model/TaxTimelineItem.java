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
 * A tax event to come.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param nature what is due, such as {@code Payment Due}
 * @param amountDue null where nothing is to be paid
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record TaxTimelineItem(
    @Nullable String description,
    @Nullable String nature,
    @Nullable LocalDate datedOn,
    @Nullable BigDecimal amountDue,
    @Nullable Boolean isPersonal,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public TaxTimelineItem {
    extra = Absent.map(extra);
  }
}
