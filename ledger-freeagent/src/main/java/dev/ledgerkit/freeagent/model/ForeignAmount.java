package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An amount in the currency it was made in; empty if that is the company's.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ForeignAmount(
    @Nullable String currencyCode,
    @Nullable BigDecimal debitValue,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public ForeignAmount {
    extra = Absent.map(extra);
  }
}
