package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transfer to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param fromBankAccountId required to create
 * @param toBankAccountId required to create
 * @param date required to create
 * @param amount required to create
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankTransferDraft(
    @Nullable String fromBankAccountId,
    @Nullable String toBankAccountId,
    @Nullable LocalDate date,
    @Nullable BigDecimal amount,
    @Nullable String reference,
    @Nullable String description)
    implements SageDraft {

  /**
   * Checks.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BankTransferDraft {
    amount = Amounts.notNegative("amount", amount);
    reference = Fits.text("reference", reference, 255);
    description = Fits.text("description", description, 255);
  }

  /** A builder with nothing set. */
  public static BankTransferDraftBuilder builder() {
    return BankTransferDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("from_bank_account_id", fromBankAccountId)
        .needs("to_bank_account_id", toBankAccountId)
        .needs("date", date)
        .needs("amount", amount)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
