package dev.ledgerkit.sage.query;

import dev.ledgerkit.sage.model.TransactionType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which payments that settle no document to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param deletedSince exclusive; a fraction is cut so that nothing is lost, see {@link Feed#asked}
 * @param fromDate first accounting date
 * @param toDate last accounting date
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param sort by {@code created_at}, {@code updated_at}, {@code date}
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record OtherPaymentQuery(
    @Nullable String bankAccountId,
    @Nullable String contactId,
    @Nullable Instant deletedSince,
    @Nullable LocalDate fromDate,
    @Nullable Boolean hasAttachments,
    @Nullable LocalDate toDate,
    @Nullable TransactionType transactionTypeId,
    @Nullable Instant updatedOrCreatedSince,
    @Nullable Sort sort,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public OtherPaymentQuery {
    deletedSince = Checked.deletedSince(deletedSince);
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    sort = Checked.sort(sort, "created_at", "updated_at", "date");
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static OtherPaymentQueryBuilder builder() {
    return OtherPaymentQueryBuilder.builder();
  }
}
