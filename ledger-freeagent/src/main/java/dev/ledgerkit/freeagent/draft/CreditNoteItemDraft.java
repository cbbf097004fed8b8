package dev.ledgerkit.freeagent.draft;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
 * A line to write on a credit note, or a change of one.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param id of the line to change; none for a new one
 * @param destroy 1 to delete the line
 * @param itemType none for a line without a unit
 * @param quantity required with a price: FreeAgent takes 0 for it otherwise
 * @param description required to create
 * @param salesTaxRate on top of the price; left out, the contact's {@code charge_sales_tax} decides
 * @param price of one unit, before tax, positive: what is credited
 * @param deducts true for a line that lowers the credit, such as a fee for restocking
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record CreditNoteItemDraft(
    @Nullable Long id,
    @JsonProperty("_destroy") @Nullable Integer destroy,
    @Nullable BigDecimal position,
    @Nullable ItemType itemType,
    @Nullable BigDecimal quantity,
    @Nullable String description,
    @JsonIgnore @Nullable BigDecimal price,
    @JsonIgnore @Nullable Boolean deducts,
    @Nullable BigDecimal salesTaxRate,
    @Nullable BigDecimal secondSalesTaxRate,
    @Nullable SalesTaxStatus salesTaxStatus,
    @Nullable String secondSalesTaxStatus,
    @Nullable Ref<StockItem> stockItem,
    @Nullable Ref<Category> category,
    @Nullable Ref<Project> project) {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public CreditNoteItemDraft {
    price = Amounts.notNegative("price", price, "set deducts for a line that lowers the credit");
    quantity =
        Amounts.notNegative("quantity", quantity, "set deducts for a line that lowers the credit");
  }

  /** A builder with nothing set. */
  public static CreditNoteItemDraftBuilder builder() {
    return CreditNoteItemDraftBuilder.builder();
  }

  List<String> missing() {
    Given given = new Given().needs("description", description);
    return price == null ? given.missing() : given.needs("quantity", quantity).missing();
  }

  /** The price in FreeAgent's sign. */
  @JsonProperty("price")
  @Nullable BigDecimal wirePrice() {
    return price == null || Boolean.TRUE.equals(deducts) ? price : price.negate();
  }

  /** A change of a line there is; set what shall change. */
  public static CreditNoteItemDraftBuilder change(Ref<InvoiceItem> item) {
    return builder().id(LineId.of(item));
  }

  /** The end of a line there is. */
  public static CreditNoteItemDraft delete(Ref<InvoiceItem> item) {
    return change(item).destroy(1).build();
  }
}
