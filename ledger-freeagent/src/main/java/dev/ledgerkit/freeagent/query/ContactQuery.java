package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param view all of them unless set, hidden ones too; FreeAgent itself would leave those out
 * @param sort by {@code name}, {@code created_at}, {@code updated_at}
 * @param updatedSince inclusive
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactQuery(
    @Nullable ContactView view,
    @Nullable Sort sort,
    @Nullable Instant updatedSince,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ContactQuery {
    sort = Checked.sort(sort, "name", "created_at", "updated_at");
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static ContactQueryBuilder builder() {
    return ContactQueryBuilder.builder();
  }
}
