package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Goods whose stock FreeAgent counts.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record StockItem(
    Ref<StockItem> url,
    @Nullable String description,
    @Nullable BigDecimal openingQuantity,
    @Nullable BigDecimal openingBalance,
    @Nullable Ref<Category> costOfSaleCategory,
    @Nullable BigDecimal stockOnHand,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public StockItem {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The item with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<StockItem> ref(String idOrUrl) {
    return Ref.of("stock_items", idOrUrl);
  }
}
