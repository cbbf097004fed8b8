package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.ChargeSalesTax;
import dev.ledgerkit.freeagent.model.CisDeductionRate;
import dev.ledgerkit.freeagent.model.ContactStatus;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contact to create, or the fields of one to change.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param firstName to create, this and {@code lastName}, or {@code organisationName}
 * @param organisationName to create, this or both other names
 * @param email by which {@code Contacts.findOrCreate} finds it
 * @param country by its name, such as {@code United Kingdom}
 * @param cisDeductionRate required of a subcontractor
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record ContactDraft(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String organisationName,
    @Nullable String email,
    @Nullable String billingEmail,
    @Nullable String phoneNumber,
    @Nullable String mobile,
    @Nullable String address1,
    @Nullable String address2,
    @Nullable String address3,
    @Nullable String town,
    @Nullable String region,
    @Nullable String postcode,
    @Nullable String country,
    @Nullable Boolean contactNameOnInvoices,
    @Nullable Integer defaultPaymentTermsInDays,
    @Nullable String locale,
    @Nullable Boolean usesContactInvoiceSequence,
    @Nullable ChargeSalesTax chargeSalesTax,
    @Nullable String salesTaxRegistrationNumber,
    @Nullable ContactStatus status,
    @Nullable Boolean isCisSubcontractor,
    @Nullable CisDeductionRate cisDeductionRate,
    @Nullable String uniqueTaxReference,
    @Nullable String subcontractorVerificationNumber,
    @Nullable Boolean emailsInvoicesAutomatically,
    @Nullable Boolean emailsPaymentReminders,
    @Nullable Boolean emailsThankYouNotes,
    @Nullable Boolean usesContactLevelEmailSettings)
    implements Draft {

  /** A builder with nothing set. */
  public static ContactDraftBuilder builder() {
    return ContactDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    boolean person = firstName != null && lastName != null;
    Given given = new Given();
    if (!person) {
      given.needs("organisation_name (or first_name and last_name)", organisationName);
    }
    if (Boolean.TRUE.equals(isCisSubcontractor)) {
      given.needs("cis_deduction_rate", cisDeductionRate);
    }
    return given.missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("email", email);
  }
}
