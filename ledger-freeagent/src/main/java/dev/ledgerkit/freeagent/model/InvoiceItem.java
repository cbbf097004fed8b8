package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of an invoice.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param price of one unit, before tax; rounded to two places before it is multiplied
 * @param stockItem of a line of goods out of stock
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record InvoiceItem(
    Ref<InvoiceItem> url,
    @Nullable BigDecimal position,
    @Nullable ItemType itemType,
    @Nullable BigDecimal quantity,
    @Nullable String description,
    @Nullable BigDecimal price,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable String secondSalesTaxStatus,
    @Nullable Ref<StockItem> stockItem,
    @Nullable Ref<Category> category,
    @Nullable Ref<Project> project,
    @Nullable Boolean suffersCisDeduction,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public InvoiceItem {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The line with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<InvoiceItem> ref(String idOrUrl) {
    return Ref.of("invoice_items", idOrUrl);
  }
}
