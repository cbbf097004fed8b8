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
 * A price of a product.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record SalesPrice(
    @Nullable String id,
    @Nullable String displayedAs,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable String priceName,
    @Nullable BigDecimal price,
    @Nullable Boolean priceIncludesTax,
    @Nullable Reference productSalesPriceType,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {

  /** Copies what can change. */
  public SalesPrice {
    extra = Absent.map(extra);
  }
}
