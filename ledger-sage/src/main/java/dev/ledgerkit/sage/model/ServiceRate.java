package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A rate of a service.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record ServiceRate(
    @Nullable String id,
    @Nullable String displayedAs,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String rateName,
    @Nullable BigDecimal rate,
    @Nullable Boolean rateIncludesTax,
    @Nullable Reference serviceRateType,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public ServiceRate {
    extra = Absent.map(extra);
  }
}
