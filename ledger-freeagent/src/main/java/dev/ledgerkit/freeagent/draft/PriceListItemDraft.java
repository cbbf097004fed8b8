package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.VatStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of the price list to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param code required to create; no two items have the same
 * @param quantity required to create
 * @param itemType required to create
 * @param description required to create
 * @param price required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PriceListItemDraft(
    @Nullable String code,
    @Nullable BigDecimal quantity,
    @Nullable ItemType itemType,
    @Nullable String description,
    @Nullable BigDecimal price,
    @Nullable VatStatus vatStatus,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable Ref<Category> category,
    @Nullable Ref<StockItem> stockItem)
    implements Draft {

  /** A builder with nothing set. */
  public static PriceListItemDraftBuilder builder() {
    return PriceListItemDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("code", code)
        .needs("quantity", quantity)
        .needs("item_type", itemType)
        .needs("description", description)
        .needs("price", price)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("code", code);
  }
}
