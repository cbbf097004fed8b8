package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stock movement to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param stockItemId required to create
 * @param date required to create
 * @param quantity required to create; negative when stock goes out
 * @param costPrice required to create
 * @param details required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record StockMovementDraft(
    @Nullable String stockItemId,
    @Nullable LocalDate date,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal costPrice,
    @Nullable String details,
    @Nullable String movementNumber,
    @Nullable String reference)
    implements SageDraft {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public StockMovementDraft {
    costPrice = Amounts.notNegative("cost_price", costPrice);
    details = Fits.text("details", details, 50);
    movementNumber = Fits.text("movement_number", movementNumber, 4);
    reference = Fits.text("reference", reference, 31);
  }

  /** A builder with nothing set. */
  public static StockMovementDraftBuilder builder() {
    return StockMovementDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("stock_item_id", stockItemId)
        .needs("date", date)
        .needs("quantity", quantity)
        .needs("cost_price", costPrice)
        .needs("details", details)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
