package dev.ledgerkit.freeagent.draft;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.InvoiceItem;
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
 * A line to write on an invoice, or a change of one.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param id of the line to change; none for a new one
 * @param destroy 1 to delete the line
 * @param itemType none for a line without a unit
 * @param quantity required with a price: FreeAgent takes 0 for it otherwise
 * @param description required to create
 * @param salesTaxRate on top of the price; left out, the contact's {@code charge_sales_tax} decides
 * @param price of one unit, before tax; FreeAgent rounds it to two places before it multiplies
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record InvoiceItemDraft(
    @Nullable Long id,
    @JsonProperty("_destroy") @Nullable Integer destroy,
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
    @Nullable Ref<Project> project) {

  /** A builder with nothing set. */
  public static InvoiceItemDraftBuilder builder() {
    return InvoiceItemDraftBuilder.builder();
  }

  List<String> missing() {
    Given given = new Given().needs("description", description);
    return price == null ? given.missing() : given.needs("quantity", quantity).missing();
  }

  /** A change of a line there is; set what shall change. */
  public static InvoiceItemDraftBuilder change(Ref<InvoiceItem> item) {
    return builder().id(LineId.of(item));
  }

  /** The end of a line there is. */
  public static InvoiceItemDraft delete(Ref<InvoiceItem> item) {
    return change(item).destroy(1).build();
  }
}
