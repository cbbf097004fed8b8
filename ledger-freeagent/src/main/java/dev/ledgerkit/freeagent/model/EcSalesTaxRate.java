package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rate of VAT in a country of the Union.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record EcSalesTaxRate(
    @Nullable BigDecimal percentage,
    @Nullable String band,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public EcSalesTaxRate {
    extra = Absent.map(extra);
  }
}
