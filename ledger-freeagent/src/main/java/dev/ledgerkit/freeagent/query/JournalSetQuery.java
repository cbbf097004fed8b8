package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which journals to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedSince inclusive
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record JournalSetQuery(
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable Instant updatedSince,
    @Nullable String tag,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public JournalSetQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static JournalSetQueryBuilder builder() {
    return JournalSetQueryBuilder.builder();
  }
}
