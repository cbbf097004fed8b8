package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line of a credit note.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param url FreeAgent keeps the lines of both kinds of documents together
 * @param price positive for what is credited
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record CreditNoteItem(
    Ref<InvoiceItem> url,
    @Nullable BigDecimal position,
    @Nullable ItemType itemType,
    @Nullable BigDecimal quantity,
    @Nullable String description,
    @Credited @Nullable BigDecimal price,
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
  public CreditNoteItem {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }
}
