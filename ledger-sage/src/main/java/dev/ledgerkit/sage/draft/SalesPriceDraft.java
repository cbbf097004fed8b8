package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A price to write on a product or stock item.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record SalesPriceDraft(
    @Nullable String priceName,
    @Nullable BigDecimal price,
    @Nullable Boolean priceIncludesTax,
    @Nullable String productSalesPriceTypeId) {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public SalesPriceDraft {
    price = Amounts.notNegative("price", price);
  }

  /** A builder with nothing set. */
  public static SalesPriceDraftBuilder builder() {
    return SalesPriceDraftBuilder.builder();
  }
}
