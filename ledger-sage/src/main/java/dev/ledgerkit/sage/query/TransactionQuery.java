package dev.ledgerkit.sage.query;

import dev.ledgerkit.sage.model.TransactionType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param fromDate first accounting date
 * @param toDate last accounting date
 * @param updatedFromDate first day of the last change
 * @param updatedToDate last day of the last change
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record TransactionQuery(
    @Nullable Instant updatedOrCreatedSince,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable LocalDate updatedFromDate,
    @Nullable LocalDate updatedToDate,
    @Nullable Boolean hasAttachments,
    @Nullable TransactionType transactionTypeId,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public TransactionQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static TransactionQueryBuilder builder() {
    return TransactionQueryBuilder.builder();
  }
}
