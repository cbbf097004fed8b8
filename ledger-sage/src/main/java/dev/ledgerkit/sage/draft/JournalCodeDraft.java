package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A journal code to write on a French bank account.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record JournalCodeDraft(
    @Nullable String name,
    @Nullable String code,
    @Nullable String journalCodeTypeId,
    @Nullable String controlName,
    @Nullable Boolean reserved) {

  /** A builder with nothing set. */
  public static JournalCodeDraftBuilder builder() {
    return JournalCodeDraftBuilder.builder();
  }
}
