package dev.ledgerkit.sage.query;

import dev.ledgerkit.sage.model.AccountArea;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which ledger accounts to list.
 *
 * <p>Immutable, so safe for use by many threads. What is null does not narrow the list.
 *
 * @param updatedOrCreatedSince inclusive; cut to the second
 * @param fromDate first accounting date
 * @param toDate last accounting date
 * @param search matches what Sage searches for this list
 * @param attributes what each item carries besides id and label; {@code all} for everything
 * @param itemsPerPage 1 to 200; 200 unless set
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record LedgerAccountQuery(
    @Nullable Instant updatedOrCreatedSince,
    @Nullable AccountArea visibleIn,
    @Nullable AccountArea notVisibleIn,
    @Nullable Boolean showIncludedInChart,
    @Nullable Boolean showControlAccounts,
    @Nullable String ledgerAccountClassificationId,
    @Nullable Boolean showBalanceDetails,
    @Nullable Boolean excludeDeletedEntries,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable String search,
    @Nullable Boolean sortOrderFromUserSetting,
    @Nullable Boolean filterInactiveBankAccounts,
    @Nullable String ledgerAccountTypeId,
    @Nullable List<String> attributes,
    @Nullable Integer itemsPerPage)
    implements ListQuery {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public LedgerAccountQuery {
    updatedOrCreatedSince = Checked.second(updatedOrCreatedSince);
    attributes = Checked.copy(attributes);
    itemsPerPage = Checked.pageSize(itemsPerPage);
  }

  /** A builder with nothing set. */
  public static LedgerAccountQueryBuilder builder() {
    return LedgerAccountQueryBuilder.builder();
  }
}
