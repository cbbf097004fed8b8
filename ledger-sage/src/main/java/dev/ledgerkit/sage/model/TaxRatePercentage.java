package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A percentage and when it holds.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record TaxRatePercentage(
    @Nullable BigDecimal percentage,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public TaxRatePercentage {
    extra = Absent.map(extra);
  }
}
