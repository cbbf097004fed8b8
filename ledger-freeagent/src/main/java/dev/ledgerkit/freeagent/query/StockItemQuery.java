package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which items of stock to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param sort by {@code created_at}, {@code description}, {@code updated_at}
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record StockItemQuery(@Nullable Sort sort, @Nullable Integer perPage) implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public StockItemQuery {
    sort = Checked.sort(sort, "created_at", "description", "updated_at");
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static StockItemQueryBuilder builder() {
    return StockItemQueryBuilder.builder();
  }
}
