package dev.ledgerkit.freeagent.draft;

import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.EcStatus;
import dev.ledgerkit.freeagent.model.EstimateGrouping;
import dev.ledgerkit.freeagent.model.ExpenseGrouping;
import dev.ledgerkit.freeagent.model.PaymentMethods;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.TimeslipGrouping;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice to create, or the fields of one to change. A new one is a draft.
 *
 * <p>Immutable, so safe for use by many threads. What is null is not sent.
 *
 * @param contact required to create
 * @param property required of a landlord
 * @param reference left out, FreeAgent takes the next in sequence; given, it is what makes a keyed
 *     create recognised
 * @param datedOn required to create
 * @param paymentTermsInDays 30 unless set, since FreeAgent refuses a create without it; 0 for due
 *     on receipt
 * @param paymentTerms a text that stands for the days
 * @param ecStatus checked against the date, and against the place if the client knows it
 * @param placeOfSupply a country of the Union by its name; required of {@link EcStatus#EC_VAT_MOSS}
 * @param invoiceItems in an update, each is new unless it has an id
 * @since 0.1
 */
@RecordBuilder
@RecordBuilder.Options(enableWither = false)
public record InvoiceDraft(
    @Nullable Ref<Contact> contact,
    @Nullable Ref<Project> project,
    @Nullable Ref<?> property,
    @Nullable String reference,
    @Nullable LocalDate datedOn,
    @Nullable LocalDate dueOn,
    @Nullable Integer paymentTermsInDays,
    @Nullable String paymentTerms,
    @Nullable String currency,
    @Nullable BigDecimal exchangeRate,
    @Nullable BigDecimal discountPercent,
    @Nullable String comments,
    @Nullable String clientContactName,
    @Nullable String poReference,
    @Nullable Ref<BankAccount> bankAccount,
    @Nullable Boolean omitHeader,
    @Nullable Boolean showProjectName,
    @Nullable Boolean alwaysShowBicAndIban,
    @Nullable EcStatus ecStatus,
    @Nullable String placeOfSupply,
    @Nullable String cisRate,
    @Nullable Boolean sendNewInvoiceEmails,
    @Nullable Boolean sendReminderEmails,
    @Nullable Boolean sendThankYouEmails,
    @Nullable PaymentMethods paymentMethods,
    @Nullable TimeslipGrouping includeTimeslips,
    @Nullable ExpenseGrouping includeExpenses,
    @Nullable EstimateGrouping includeEstimates,
    @Nullable List<InvoiceItemDraft> invoiceItems)
    implements VatDated {

  /**
   * Checks and copies the lists.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  public InvoiceDraft {
    invoiceItems = Given.copy(invoiceItems);
    if (ecStatus != null && datedOn != null) {
      ecStatus.check(datedOn, null);
    }
  }

  /** A builder with nothing set. */
  public static InvoiceDraftBuilder builder() {
    return InvoiceDraftBuilder.builder();
  }

  @Override
  public List<String> missing() {
    Given given =
        new Given()
            .needs("contact", contact)
            .needs("dated_on", datedOn)
            .needsEach("invoice_items", invoiceItems, InvoiceItemDraft::missing);
    if (EcStatus.EC_VAT_MOSS.equals(ecStatus)) {
      given.needs("place_of_supply", placeOfSupply);
    }
    return given.missing();
  }

  @Override
  public @Nullable String lookup() {
    return Given.lookup("reference", reference);
  }
}
