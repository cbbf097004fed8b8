package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an account or an item of stock had at the beginning.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param url of the account or item
 * @param debitValue negative for a credit
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record OpeningBalance(
    @Nullable Ref<?> url,
    @Nullable String description,
    @Nullable BigDecimal debitValue,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public OpeningBalance {
    extra = Absent.map(extra);
  }
}
