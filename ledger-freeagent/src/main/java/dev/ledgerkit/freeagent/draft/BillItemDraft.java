package dev.ledgerkit.freeagent.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.BillItem;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.SalesTaxStatus;
import dev.ledgerkit.freeagent.model.StockItem;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line to write on a bill, or a change of one.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param url of the line to change; none for a new one
 * @param destroy 1 to delete the line
 * @param category required to create
 * @param totalValue tax included; this or {@code totalValueExTax} is required to create
 * @param stockAlteringQuantity required with {@code stockItem}
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BillItemDraft(
    @Nullable Ref<BillItem> url,
    @JsonProperty("_destroy") @Nullable Integer destroy,
    @Nullable Ref<Category> category,
    @Nullable String description,
    @Nullable ItemType unit,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal totalValue,
    @Nullable BigDecimal totalValueExTax,
    @Nullable BigDecimal manualSalesTaxAmount,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable String secondSalesTaxStatus,
    @Nullable Ref<StockItem> stockItem,
    @Nullable String stockItemDescription,
    @Nullable BigDecimal stockAlteringQuantity,
    @Nullable Ref<Project> project,
    @Nullable BigDecimal cisDeductionRate) {

  /** A builder with nothing set. */
  public static BillItemDraftBuilder builder() {
    return BillItemDraftBuilder.builder();
  }

  List<String> missing() {
    Given given =
        new Given()
            .needs("category", category)
            .needs("total_value", totalValue == null ? totalValueExTax : totalValue);
    return stockItem == null
        ? given.missing()
        : given.needs("stock_altering_quantity", stockAlteringQuantity).missing();
  }

  /** A change of a line there is; set what shall change. */
  public static BillItemDraftBuilder change(Ref<BillItem> item) {
    return builder().url(item);
  }

  /** The end of a line there is. */
  public static BillItemDraft delete(Ref<BillItem> item) {
    return change(item).destroy(1).build();
  }
}
