package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.BankAccount;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactAllocation;
import dev.ledgerkit.sage.model.ContactPayment;
import dev.ledgerkit.sage.model.LedgerAccount;
import dev.ledgerkit.sage.model.PaymentMethod;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.query.BankAccountQuery;
import dev.ledgerkit.sage.query.ContactAllocationQuery;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.LedgerAccountQuery;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.PlainQuery;
import dev.ledgerkit.sage.query.TaxRateQuery;
import java.util.List;

/**
 * The books of one binding's business. What a resource allows is in its type: ledger accounts have
 * no {@code delete}.
 *
 * <p>Cheap to make and safe for use by many threads; {@link SageProvider#client} gives one.
 *
 * <pre>{@code
 * SageClient sage = provider.client(api, binding);
 * Contact contact =
 *     sage.contacts()
 *         .create(
 *             ContactDraft.builder()
 *                 .name("Great Example Ltd")
 *                 .contactTypeIds(List.of(ContactType.CUSTOMER))
 *                 .build());
 * sage.salesInvoices().list().forEach(invoice -> show(invoice.displayedAs()));
 * }</pre>
 *
 * @since 0.1
 */
public final class SageClient {
  private final SageCalls calls;

  SageClient(SageCalls calls) {
    this.calls = calls;
  }

  /** The businesses the grant reaches. */
  public Businesses businesses() {
    return new BusinessResource(calls);
  }

  /** Customers and suppliers. */
  public SyncableResource<Contact, ContactQuery, ContactDraft> contacts() {
    return resource(
        ResourceSpec.keyed("/contacts", "contact", Contact.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Sales invoices. */
  public SalesInvoices salesInvoices() {
    return new SalesInvoiceResource(calls);
  }

  /** Tax rates; those Sage brings along cannot be changed. */
  public UnkeyedResource<TaxRate, TaxRateQuery, TaxRateDraft> taxRates() {
    return resource(
        ResourceSpec.unkeyed("/tax_rates", "tax_rate", TaxRate.class).feeds(Feed.CHANGES));
  }

  /** The chart of accounts. */
  public EditableResource<LedgerAccount, LedgerAccountQuery, LedgerAccountDraft> ledgerAccounts() {
    return resource(
        ResourceSpec.keyed("/ledger_accounts", "ledger_account", LedgerAccount.class)
            .feeds(Feed.CHANGES));
  }

  /** Bank and cash accounts. */
  public SyncableResource<BankAccount, BankAccountQuery, BankAccountDraft> bankAccounts() {
    return resource(
        ResourceSpec.keyed("/bank_accounts", "bank_account", BankAccount.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Money received from and paid to contacts. */
  public SyncableResource<ContactPayment, ContactPaymentQuery, ContactPaymentDraft>
      contactPayments() {
    return resource(
        ResourceSpec.keyed("/contact_payments", "contact_payment", ContactPayment.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Invoices settled against credits. */
  public SyncableResource<ContactAllocation, ContactAllocationQuery, ContactAllocationDraft>
      contactAllocations() {
    return resource(
        ResourceSpec.keyed("/contact_allocations", "contact_allocation", ContactAllocation.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Ways to pay; Sage keeps the list. */
  public Reads<PaymentMethod, PlainQuery> paymentMethods() {
    return resource(ResourceSpec.readOnly("/payment_methods", PaymentMethod.class));
  }

  /** All of them that are lists, for code that treats them alike. */
  public List<SageStream<?>> streams() {
    return List.of(
        businesses().stream(),
        contacts().stream(),
        salesInvoices().stream(),
        taxRates().stream(),
        ledgerAccounts().stream(),
        bankAccounts().stream(),
        contactPayments().stream(),
        contactAllocations().stream(),
        paymentMethods().stream());
  }

  private <T, Q extends ListQuery, D extends SageDraft> Resource<T, Q, D> resource(
      ResourceSpec<T> spec) {
    return new Resource<>(calls, spec);
  }
}
