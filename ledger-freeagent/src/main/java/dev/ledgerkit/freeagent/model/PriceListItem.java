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
 * What the company sells, and for how much.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record PriceListItem(
    Ref<PriceListItem> url,
    @Nullable String code,
    @Nullable BigDecimal quantity,
    @Nullable ItemType itemType,
    @Nullable String description,
    @Nullable BigDecimal price,
    @Nullable VatStatus vatStatus,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable Ref<Category> category,
    @Nullable Ref<StockItem> stockItem,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public PriceListItem {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The item with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<PriceListItem> ref(String idOrUrl) {
    return Ref.of("price_list_items", idOrUrl);
  }
}
