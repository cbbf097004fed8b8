package dev.ledgerkit.sage.query;

import dev.ledgerkit.sage.model.ContactType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param deletedSince exclusive; a fraction is cut so that nothing is lost, see {@link Feed#asked}
 * @param contactTypeId customers or vendors only
 * @param excludeSystem leaves contacts Sage keeps for itself out, such as tax offices
 * @param search matches what Sage searches for this list
 * @param filterInactiveContacts leaves inactive contacts out
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param nestedAttributes what nested records carry
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactQuery(
    @Nullable Instant updatedOrCreatedSince,
    @Nullable Instant deletedSince,
    @Nullable ContactType contactTypeId,
    @Nullable Boolean excludeSystem,
    @Nullable Boolean showBalance,
    @Nullable LocalDate contextDate,
    @Nullable String search,
    @Nullable String email,
    @Nullable Boolean showUnfinishedRecurringInvoicesStatus,
    @Nullable Boolean filterInactiveContacts,
    @Nullable List<String> attributes,
    @Nullable List<String> nestedAttributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ContactQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    deletedSince = Checked.deletedSince(deletedSince);
    attributes = Checked.copy(attributes);
    nestedAttributes = Checked.copy(nestedAttributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static ContactQueryBuilder builder() {
    return ContactQueryBuilder.builder();
  }
}
