package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice shall repeat.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record RecurringInvoiceDraft(
    @Nullable Integer frequency,
    @Nullable Integer onWeekDay,
    @Nullable Integer onDayNumber,
    @Nullable String recurrenceType,
    @Nullable String recurrenceStatusIdentifier) {

  /** A builder with nothing set. */
  public static RecurringInvoiceDraftBuilder builder() {
    return RecurringInvoiceDraftBuilder.builder();
  }
}
