package dev.ledgerkit.sage.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stock items to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param search matches a code or a description
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param deletedSince exclusive; a fraction is cut so that nothing is lost, see {@link Feed#asked}
 * @param belowReorderLevel only what should be ordered
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record StockItemQuery(
    @Nullable String search,
    @Nullable Instant updatedOrCreatedSince,
    @Nullable Instant deletedSince,
    @Nullable Boolean active,
    @Nullable Boolean outOfStock,
    @Nullable Boolean belowReorderLevel,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public StockItemQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    deletedSince = Checked.deletedSince(deletedSince);
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static StockItemQueryBuilder builder() {
    return StockItemQueryBuilder.builder();
  }
}
