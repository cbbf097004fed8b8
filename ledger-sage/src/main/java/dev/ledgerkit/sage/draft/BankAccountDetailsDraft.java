package dev.ledgerkit.sage.draft;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Bank details to write; {@code toString} leaves the numbers out.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankAccountDetailsDraft(
    @Nullable String accountName,
    @Nullable String accountNumber,
    @Nullable String sortCode,
    @Nullable String bic,
    @Nullable String iban) {

  /** A builder with nothing set. */
  public static BankAccountDetailsDraftBuilder builder() {
    return BankAccountDetailsDraftBuilder.builder();
  }

  /** The name only. */
  @Override
  public String toString() {
    return "BankAccountDetailsDraft[" + accountName + "]";
  }
}
