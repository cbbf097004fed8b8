package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a recurring invoice repeats.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record RecurringInvoice(
    @Nullable String id,
    @Nullable String displayedAs,
    List<Link> links,
    @Nullable Integer frequency,
    @Nullable Integer onWeekDay,
    @Nullable Integer onDayNumber,
    @Nullable String recurrenceType,
    @Nullable String recurrenceStatusIdentifier,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public RecurringInvoice {
    links = Absent.list(links);
    extra = Absent.map(extra);
  }
}
