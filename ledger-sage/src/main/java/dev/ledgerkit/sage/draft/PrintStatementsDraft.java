package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What shall be printed on statements.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record PrintStatementsDraft(
    @Nullable Boolean daysOverdue, @Nullable Boolean tableOfBalances) {

  /** A builder with nothing set. */
  public static PrintStatementsDraftBuilder builder() {
    return PrintStatementsDraftBuilder.builder();
  }
}
