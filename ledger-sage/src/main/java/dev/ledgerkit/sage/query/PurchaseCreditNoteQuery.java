package dev.ledgerkit.sage.query;

import dev.ledgerkit.sage.model.ArtefactStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which purchase credit notes to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param search matches what Sage searches for this list
 * @param fromDate first accounting date
 * @param toDate last accounting date
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param deletedSince exclusive; a fraction is cut so that nothing is lost, see {@link Feed#asked}
 * @param sort by {@code created_at}, {@code updated_at}, {@code date}
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PurchaseCreditNoteQuery(
    @Nullable Boolean showPaymentsAllocations,
    @Nullable String search,
    @Nullable String contactId,
    @Nullable ArtefactStatus statusId,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable Instant updatedOrCreatedSince,
    @Nullable Instant deletedSince,
    @Nullable Boolean hasAttachments,
    @Nullable Sort sort,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public PurchaseCreditNoteQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    deletedSince = Checked.deletedSince(deletedSince);
    sort = Checked.sort(sort, "created_at", "updated_at", "date");
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static PurchaseCreditNoteQueryBuilder builder() {
    return PurchaseCreditNoteQueryBuilder.builder();
  }
}
