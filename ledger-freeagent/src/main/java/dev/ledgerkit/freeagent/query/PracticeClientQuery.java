package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which clients of a practice to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param sort by {@code created_at}
 * @param updatedSince inclusive
 * @param minimalData only id, name and subdomain
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PracticeClientQuery(
    @Nullable PracticeClientView view,
    @Nullable Sort sort,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable Instant updatedSince,
    @Nullable Boolean minimalData,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public PracticeClientQuery {
    sort = Checked.sort(sort, "created_at");
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static PracticeClientQueryBuilder builder() {
    return PracticeClientQueryBuilder.builder();
  }
}
