package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import dev.ledgerkit.core.client.Absent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A customer or supplier, as FreeAgent answers it.
 *
 * <p>Immutable, so safe for use by many threads. A component is null, and a list empty, when the
 * answer did not carry it.
 *
 * @param country by its name, such as {@code United Kingdom}
 * @param accountBalance positive if the contact owes the company
 * @param extra fields this version does not know, by their name on the wire
 * @since 0.1
 */
public record Contact(
    Ref<Contact> url,
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
    @Nullable BigDecimal accountBalance,
    @Nullable Boolean usesContactInvoiceSequence,
    @Nullable ChargeSalesTax chargeSalesTax,
    @Nullable String salesTaxRegistrationNumber,
    @Nullable Integer activeProjectsCount,
    @Nullable DirectDebitMandateState directDebitMandateState,
    @Nullable ContactStatus status,
    @Nullable Boolean isCisSubcontractor,
    @Nullable CisDeductionRate cisDeductionRate,
    @Nullable String uniqueTaxReference,
    @Nullable String subcontractorVerificationNumber,
    @Nullable Boolean emailsInvoicesAutomatically,
    @Nullable Boolean emailsPaymentReminders,
    @Nullable Boolean emailsThankYouNotes,
    @Nullable Boolean usesContactLevelEmailSettings,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @JsonAnySetter @JsonAnyGetter Map<String, JsonNode> extra) {
  /** Copies what can change. */
  public Contact {
    url = Ref.orNone(url);
    extra = Absent.map(extra);
  }

  /**
   * The contact with this id or URL.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if it is neither
   */
  public static Ref<Contact> ref(String idOrUrl) {
    return Ref.of("contacts", idOrUrl);
  }
}
