package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.sage.model.ContactType;
import dev.ledgerkit.sage.model.CreditTerms;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param name required to create
 * @param contactTypeIds required to create; Sage takes one
 * @param reference at most 10 characters and unique, even among deleted contacts; see {@link
 *     ContactReference}
 * @param currencyId fixed once the contact has documents
 * @param deliveryAddress left out, it becomes the main address
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactDraft(
    @Nullable String name,
    @Nullable List<ContactType> contactTypeIds,
    @Nullable String reference,
    @Nullable String defaultSalesLedgerAccountId,
    @Nullable String defaultSalesTaxRateId,
    @Nullable String defaultPurchaseLedgerAccountId,
    @Nullable String taxNumber,
    @Nullable String notes,
    @Nullable String locale,
    @Nullable BigDecimal creditLimit,
    @Nullable Integer creditDays,
    @Nullable CreditTerms creditTerms,
    @Nullable String creditTermsAndConditions,
    @Nullable String productSalesPriceTypeId,
    @Nullable String sourceGuid,
    @Nullable String currencyId,
    @Nullable String auxReference,
    @Nullable String registeredNumber,
    @Nullable String taxCalculation,
    @Nullable String auxiliaryAccount,
    @Nullable Boolean destinationVatBlocking,
    @Nullable AddressDraft mainAddress,
    @Nullable AddressDraft deliveryAddress,
    @Nullable ContactPersonDraft mainContactPerson,
    @Nullable BankAccountDetailsDraft bankAccountDetails,
    @Nullable TaxTreatmentDraft taxTreatment)
    implements SageDraft {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public ContactDraft {
    reference = ContactReference.checked(reference);
    contactTypeIds = Given.copy(contactTypeIds);
    name = Fits.text("name", name, 100);
    taxNumber = Fits.text("tax_number", taxNumber, 255);
    notes = Fits.text("notes", notes, 4000);
    locale = Fits.text("locale", locale, 10);
    creditLimit = Amounts.notNegative("credit_limit", creditLimit);
    creditDays = Fits.number("credit_days", creditDays, 0, 365);
    creditTermsAndConditions =
        Fits.text("credit_terms_and_conditions", creditTermsAndConditions, 2000);
    sourceGuid = Fits.text("source_guid", sourceGuid, 255);
    auxReference = Fits.text("aux_reference", auxReference, 4);
    registeredNumber = Fits.text("registered_number", registeredNumber, 25);
    auxiliaryAccount = Fits.text("auxiliary_account", auxiliaryAccount, 25);
  }

  /** A builder with nothing set. */
  public static ContactDraftBuilder builder() {
    return ContactDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    return new Given().needs("name", name).needs("contact_type_ids", contactTypeIds).missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
