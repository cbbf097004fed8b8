package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank account to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankAccountDraft(
    @Nullable String bankAccountTypeId,
    @Nullable String ledgerAccountId,
    @Nullable Integer nominalCode,
    @Nullable String defaultPaymentMethodId,
    @Nullable Integer gifiCode,
    @Nullable Boolean isActive,
    @Nullable String currencyId,
    @Nullable BankAccountDetailsDraft bankAccountDetails,
    @Nullable AddressDraft mainAddress,
    @Nullable BankAccountContactDraft mainContactPerson,
    @Nullable JournalCodeDraft journalCode)
    implements SageDraft {

  /**
   * Checks and copies.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public BankAccountDraft {
    nominalCode = Fits.number("nominal_code", nominalCode, 1, 99_999_999);
    gifiCode = Fits.number("gifi_code", gifiCode, 1000, 9999);
  }

  /** A builder with nothing set. */
  public static BankAccountDraftBuilder builder() {
    return BankAccountDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("bank_account_type_id", bankAccountTypeId)
        .needs(
            "bank_account_details.account_name",
            bankAccountDetails == null ? "not given, not needed" : bankAccountDetails.accountName())
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("nominal code", nominalCode);
  }
}
