package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask at the bank.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankAccountContactDraft(
    @Nullable String name,
    @Nullable String jobTitle,
    @Nullable String telephone,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String fax) {

  /** A builder with nothing set. */
  public static BankAccountContactDraftBuilder builder() {
    return BankAccountContactDraftBuilder.builder();
  }
}
