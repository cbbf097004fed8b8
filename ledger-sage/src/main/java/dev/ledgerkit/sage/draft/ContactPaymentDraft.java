package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.TransactionType;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment of or to a contact to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param allocatedArtefacts an empty list clears the allocations of a payment
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactPaymentDraft(
    @Nullable TransactionType transactionTypeId,
    @Nullable String contactId,
    @Nullable String bankAccountId,
    @Nullable LocalDate date,
    @Nullable BigDecimal totalAmount,
    @Nullable String paymentMethodId,
    @Nullable BigDecimal netAmount,
    @Nullable BigDecimal taxAmount,
    @Nullable String currencyId,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal baseCurrencyNetAmount,
    @Nullable BigDecimal baseCurrencyTaxAmount,
    @Nullable BigDecimal baseCurrencyTotalAmount,
    @Nullable BigDecimal baseCurrencyCurrencyCharge,
    @Nullable String reference,
    @Nullable String taxRateId,
    @Nullable List<PaidArtefactDraft> allocatedArtefacts,
    @Nullable PaymentOnAccountDraft paymentOnAccount)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ContactPaymentDraft {
    totalAmount = Amounts.notNegative("total_amount", totalAmount);
    exchangeRate = Amounts.notNegative("exchange_rate", exchangeRate);
    reference = Fits.text("reference", reference, 25);
    allocatedArtefacts = Given.copy(allocatedArtefacts);
  }

  /** A builder with nothing set. */
  public static ContactPaymentDraftBuilder builder() {
    return ContactPaymentDraftBuilder.builder();
  }

  /**
   * This draft for {@code contact}.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is in another currency than the
   *     contact, where both are known
   */
  public ContactPaymentDraft forContact(Contact contact) {
    return ContactPaymentDraftBuilder.builder(this)
        .contactId(ContactCurrency.checked(contact, currencyId))
        .build();
  }

  @Override
  public List<String> missing() {
    return new Given()
        .needs("transaction_type_id", transactionTypeId)
        .needs("contact_id", contactId)
        .needs("bank_account_id", bankAccountId)
        .needs("date", date)
        .needs("total_amount", totalAmount)
        .missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
