package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.BankAccountStatus;
import dev.ledgerkit.freeagent.model.BankAccountType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank account to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param type an account at a bank unless set
 * @param name required to create
 * @param openingBalance required to create
 * @param currency fixed once the account is used
 * @param accountNumber required of a credit card: its last four digits
 * @param email required of a PayPal account
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record BankAccountDraft(
    @Nullable BankAccountType type,
    @Nullable String name,
    @Nullable BigDecimal openingBalance,
    @Nullable String currency,
    @Nullable Boolean isPersonal,
    @Nullable Boolean isPrimary,
    @Nullable BankAccountStatus status,
    @Nullable String bankName,
    @Nullable String bankCode,
    @Nullable Boolean bankGuessEnabled,
    @Nullable String accountNumber,
    @Nullable String sortCode,
    @Nullable String secondarySortCode,
    @Nullable String iban,
    @Nullable String bic,
    @Nullable String email)
    implements Draft {

  /** A builder with nothing set. */
  public static BankAccountDraftBuilder builder() {
    return BankAccountDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    Given given = new Given().needs("name", name).needs("opening_balance", openingBalance);
    if (BankAccountType.CREDIT_CARD.equals(type)) {
      given.needs("account_number", accountNumber);
    }
    if (BankAccountType.PAYPAL.equals(type)) {
      given.needs("email", email);
    }
    return given.missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("name", name);
  }
}
