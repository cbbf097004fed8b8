package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One component of a tax amount.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record TaxBreakdown(
    @Nullable Reference taxRate,
    @Nullable BigDecimal percentage,
    @Nullable BigDecimal amount,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public TaxBreakdown {
    extra = Absent.map(extra);
  }
}
