package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One of the rates a combined tax rate is made of.
 *
 * @param path below the API base
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ComponentTaxRate(
    @Nullable String id,
    @Nullable String displayedAs,
    @JsonProperty("$path") @Nullable String path,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String name,
    @Nullable String agency,
    @Nullable BigDecimal percentage,
    List<TaxRatePercentage> percentages,
    @Nullable Boolean isVisible,
    @Nullable Boolean retailer,
    @Nullable Boolean editable,
    @Nullable Boolean deletable,
    @Nullable Boolean isCombinedRate,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public ComponentTaxRate {
    percentages = Absent.list(percentages);
    extra = Absent.map(extra);
  }
}
