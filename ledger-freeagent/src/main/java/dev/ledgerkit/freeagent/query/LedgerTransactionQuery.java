package dev.ledgerkit.freeagent.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which debits and credits to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param fromDate within the same accounting period as {@code toDate}
 * @param perPage 20 to 100; 100 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record LedgerTransactionQuery(
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable String nominalCode,
    @Nullable Integer perPage)
    implements ListQuery {
  /**
   * Checks the values.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public LedgerTransactionQuery {
    perPage = Checked.perPage(perPage);
  }

  /** A builder with nothing set. */
  public static LedgerTransactionQueryBuilder builder() {
    return LedgerTransactionQueryBuilder.builder();
  }
}
