package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a bill.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param totalValue tax included
 * @param depreciationSchedule FreeAgent does not use it any more
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record BillItem(
    Ref<BillItem> url,
    @Nullable Ref<Bill> bill,
    @Nullable Ref<Category> category,
    @Nullable String description,
    @Nullable ItemType unit,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal totalValue,
    @Nullable BigDecimal totalValueExTax,
    @Nullable BigDecimal manualSalesTaxAmount,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal salesTaxValue,
    @Nullable String secondSalesTaxStatus,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable BigDecimal secondSalesTaxValue,
    @Nullable Ref<StockItem> stockItem,
    @Nullable String stockItemDescription,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable String depreciationSchedule,
    @Nullable Ref<?> capitalAsset,
    @Nullable Ref<Project> project,
    @Nullable BigDecimal cisDeductionRate,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public BillItem {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The line with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<BillItem> ref(String idOrUrl) {
    return Ref.of("bill_items", idOrUrl);
  }
}
