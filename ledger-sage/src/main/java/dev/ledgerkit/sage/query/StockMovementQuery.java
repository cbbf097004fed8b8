package dev.ledgerkit.sage.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stock movements to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param search matches what Sage searches for this list
 * @param fromDate first accounting date
 * @param toDate last accounting date
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record StockMovementQuery(
    @Nullable String search,
    @Nullable String stockItemId,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public StockMovementQuery {
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static StockMovementQueryBuilder builder() {
    return StockMovementQueryBuilder.builder();
  }
}
