package dev.ledgerkit.sage.query;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a single record shall carry besides what Sage answers unasked.
 *
 * <p>Immutable, so safe for use by many threads. Not every option means something to every
 * resource; Sage ignores the others.
 *
 * @param attributes the fields wanted; Sage answers all of them unless told
 * @param nestedAttributes the fields wanted of nested records, one level deep
 * @param showBalance the balance of a contact
 * @param contextDate as of when the balance counts
 * @param showBalanceDetails the balance of a ledger account; wants both dates
 * @param excludeDeletedEntries leaves deleted entries out of that balance
 * @param fromDate where that balance begins
 * @param toDate where that balance ends
 * @param date as of when a tax rate is read
 * @param showPaymentsAllocations what settled a document
 * @param showCorrections the corrective invoices of a document
 * @param showRecurringInvoice how a document repeats
 * @param showAnalysisTypes how lines are analysed
 * @param showUnfinishedRecurringInvoicesStatus whether a contact has recurring invoices to come
 * @param expandOrigin the document behind a transaction, with its status
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ReadOptions(
    @Nullable List<String> attributes,
    @Nullable List<String> nestedAttributes,
    @Nullable Boolean showBalance,
    @Nullable LocalDate contextDate,
    @Nullable Boolean showBalanceDetails,
    @Nullable Boolean excludeDeletedEntries,
    @Nullable LocalDate fromDate,
    @Nullable LocalDate toDate,
    @Nullable LocalDate date,
    @Nullable Boolean showPaymentsAllocations,
    @Nullable Boolean showCorrections,
    @Nullable Boolean showRecurringInvoice,
    @Nullable Boolean showAnalysisTypes,
    @Nullable Boolean showUnfinishedRecurringInvoicesStatus,
    @Nullable Boolean expandOrigin) {

  /** Copies the lists. */
  public ReadOptions {
    attributes = Checked.copy(attributes);
    nestedAttributes = Checked.copy(nestedAttributes);
  }

  /** A builder with nothing set. */
  public static ReadOptionsBuilder builder() {
    return ReadOptionsBuilder.builder();
  }
}
