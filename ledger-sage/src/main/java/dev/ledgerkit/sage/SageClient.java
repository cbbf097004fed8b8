package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.AddressDraft;
import dev.ledgerkit.sage.draft.BankTransferDraft;
import dev.ledgerkit.sage.draft.BusinessSettingsDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.ContactPersonDraft;
import dev.ledgerkit.sage.draft.FinancialSettingsDraft;
import dev.ledgerkit.sage.draft.InvoiceSettingsDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.OtherPaymentDraft;
import dev.ledgerkit.sage.draft.ProductDraft;
import dev.ledgerkit.sage.draft.ProductSalesPriceTypeDraft;
import dev.ledgerkit.sage.draft.PurchaseCreditNoteDraft;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.draft.SageUserDraft;
import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.draft.StockItemDraft;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.Address;
import dev.ledgerkit.sage.model.AddressRegion;
import dev.ledgerkit.sage.model.BankTransfer;
import dev.ledgerkit.sage.model.BusinessSettings;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactAllocation;
import dev.ledgerkit.sage.model.ContactPayment;
import dev.ledgerkit.sage.model.ContactPerson;
import dev.ledgerkit.sage.model.FinancialSettings;
import dev.ledgerkit.sage.model.InvoiceSettings;
import dev.ledgerkit.sage.model.LedgerAccount;
import dev.ledgerkit.sage.model.LedgerEntry;
import dev.ledgerkit.sage.model.OtherPayment;
import dev.ledgerkit.sage.model.PaymentMethod;
import dev.ledgerkit.sage.model.Product;
import dev.ledgerkit.sage.model.ProductSalesPriceType;
import dev.ledgerkit.sage.model.PurchaseCreditNote;
import dev.ledgerkit.sage.model.PurchaseInvoice;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.model.SageUser;
import dev.ledgerkit.sage.model.Service;
import dev.ledgerkit.sage.model.StockItem;
import dev.ledgerkit.sage.model.StockMovement;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.model.Transaction;
import dev.ledgerkit.sage.query.AddressQuery;
import dev.ledgerkit.sage.query.AddressRegionQuery;
import dev.ledgerkit.sage.query.BankTransferQuery;
import dev.ledgerkit.sage.query.ContactAllocationQuery;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ContactPersonQuery;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.LedgerAccountQuery;
import dev.ledgerkit.sage.query.LedgerAccountTypeQuery;
import dev.ledgerkit.sage.query.LedgerEntryQuery;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.OtherPaymentQuery;
import dev.ledgerkit.sage.query.PlainQuery;
import dev.ledgerkit.sage.query.ProductQuery;
import dev.ledgerkit.sage.query.ProductSalesPriceTypeQuery;
import dev.ledgerkit.sage.query.PurchaseCreditNoteQuery;
import dev.ledgerkit.sage.query.PurchaseInvoiceQuery;
import dev.ledgerkit.sage.query.ServiceQuery;
import dev.ledgerkit.sage.query.StockItemQuery;
import dev.ledgerkit.sage.query.StockMovementQuery;
import dev.ledgerkit.sage.query.TaxRateQuery;
import dev.ledgerkit.sage.query.TransactionQuery;
import dev.ledgerkit.sage.query.TransactionTypeQuery;
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
  private final ZeroTaxRate zeroTaxRate;

  SageClient(SageCalls calls) {
    this.calls = calls;
    this.zeroTaxRate = new ZeroTaxRate(calls);
  }

  /** The businesses the grant reaches. */
  public Businesses businesses() {
    return new BusinessResource(calls);
  }

  /** Customers and suppliers. */
  public SyncableResource<Contact, ContactQuery, ContactDraft> contacts() {
    return new ContactResource(calls);
  }

  /** Sales invoices. */
  public SalesInvoices salesInvoices() {
    return new SalesInvoiceResource(calls, zeroTaxRate);
  }

  /** Sales credit notes. */
  public SalesCreditNotes salesCreditNotes() {
    return new SalesCreditNoteResource(calls, zeroTaxRate);
  }

  /** Invoices of suppliers; deleting one voids what it left in the books. */
  public ReleasableResource<PurchaseInvoice, PurchaseInvoiceQuery, PurchaseInvoiceDraft>
      purchaseInvoices() {
    return new ContactDocumentResource<>(
        calls,
        ResourceSpec.keyed("/purchase_invoices", "purchase_invoice", PurchaseInvoice.class)
            .oneCreateAtATime());
  }

  /** Credit notes of suppliers. */
  public ReleasableResource<PurchaseCreditNote, PurchaseCreditNoteQuery, PurchaseCreditNoteDraft>
      purchaseCreditNotes() {
    return new ContactDocumentResource<>(
        calls,
        ResourceSpec.keyed(
                "/purchase_credit_notes", "purchase_credit_note", PurchaseCreditNote.class)
            .oneCreateAtATime());
  }

  /** Products, those with stock among them; of their stock {@link #stockItems()} tells. */
  public SyncableResource<Product, ProductQuery, ProductDraft> products() {
    return resource(
        ResourceSpec.keyed("/products", "product", Product.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Services, which are sold by rates. */
  public SyncableResource<Service, ServiceQuery, ServiceDraft> services() {
    return new ServiceResource(calls);
  }

  /** Products whose stock Sage counts. */
  public SyncableResource<StockItem, StockItemQuery, StockItemDraft> stockItems() {
    return resource(
        ResourceSpec.keyed("/stock_items", "stock_item", StockItem.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Changes of stock made by hand. */
  public DeletableResource<StockMovement, StockMovementQuery, StockMovementDraft> stockMovements() {
    return resource(ResourceSpec.keyed("/stock_movements", "stock_movement", StockMovement.class));
  }

  /** Price lists, of which every product may have a price. */
  public DeletableResource<
          ProductSalesPriceType, ProductSalesPriceTypeQuery, ProductSalesPriceTypeDraft>
      productSalesPriceTypes() {
    return resource(
        ResourceSpec.keyed(
            "/product_sales_price_types", "product_sales_price_type", ProductSalesPriceType.class));
  }

  /** Kinds of rates, of which every service may have one. */
  public ServiceRateTypes serviceRateTypes() {
    return new ServiceRateTypeResource(calls);
  }

  /** Files kept with records. */
  public Attachments attachments() {
    return new AttachmentResource(calls);
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
  public BankAccounts bankAccounts() {
    return new BankAccountResource(calls);
  }

  /** Money moved from one bank account to another. */
  public SyncableResource<BankTransfer, BankTransferQuery, BankTransferDraft> bankTransfers() {
    return resource(
        ResourceSpec.keyed("/bank_transfers", "bank_transfer", BankTransfer.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Money received or paid that settles no document. */
  public SyncableResource<OtherPayment, OtherPaymentQuery, OtherPaymentDraft> otherPayments() {
    return resource(
        ResourceSpec.keyed("/other_payments", "other_payment", OtherPayment.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Money received from and paid to contacts. */
  public SyncableResource<ContactPayment, ContactPaymentQuery, ContactPaymentDraft>
      contactPayments() {
    return new ContactDocumentResource<>(
        calls,
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

  /** What documents and payments left in the books. */
  public FeedingReads<Transaction, TransactionQuery> transactions() {
    return resource(
        ResourceSpec.readOnly("/transactions", Transaction.class)
            .feeds(Feed.CHANGES)
            .deletedFlag());
  }

  /** The debits and credits of transactions. */
  public FeedingReads<LedgerEntry, LedgerEntryQuery> ledgerEntries() {
    return resource(
        ResourceSpec.readOnly("/ledger_entries", LedgerEntry.class)
            .feeds(Feed.CHANGES)
            .deletedFlag());
  }

  /** Postings made by hand. */
  public Journals journals() {
    return new JournalResource(calls);
  }

  /** Addresses of contacts and bank accounts. */
  public SyncableResource<Address, AddressQuery, AddressDraft> addresses() {
    return resource(
        ResourceSpec.keyed("/addresses", "address", Address.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** Persons at contacts. */
  public SyncableResource<ContactPerson, ContactPersonQuery, ContactPersonDraft> contactPersons() {
    return resource(
        ResourceSpec.keyed("/contact_persons", "contact_person", ContactPerson.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
  }

  /** The user who gave the grant, whichever business the binding is locked to. */
  public Singleton<SageUser, SageUserDraft> user() {
    return new SingletonResource<>(
        calls, ResourceSpec.unkeyed("/user", "user", SageUser.class).outsideBusinesses());
  }

  /** How the books are kept. */
  public Singleton<FinancialSettings, FinancialSettingsDraft> financialSettings() {
    return new SingletonResource<>(
        calls,
        ResourceSpec.unkeyed("/financial_settings", "financial_settings", FinancialSettings.class));
  }

  /** How documents are numbered and printed. */
  public Singleton<InvoiceSettings, InvoiceSettingsDraft> invoiceSettings() {
    return new SingletonResource<>(
        calls,
        ResourceSpec.unkeyed("/invoice_settings", "invoice_settings", InvoiceSettings.class));
  }

  /** What kind of business it is, and which accounts it uses unasked. */
  public Singleton<BusinessSettings, BusinessSettingsDraft> businessSettings() {
    return new SingletonResource<>(
        calls,
        ResourceSpec.unkeyed("/business_settings", "business_settings", BusinessSettings.class));
  }

  /** Ways to pay; Sage keeps the list. */
  public Reads<PaymentMethod, PlainQuery> paymentMethods() {
    return resource(ResourceSpec.readOnly("/payment_methods", PaymentMethod.class));
  }

  /** Currencies, for example {@code GBP}. */
  public Reads<Reference, PlainQuery> currencies() {
    return resource(ResourceSpec.readOnly("/currencies", Reference.class));
  }

  /** Countries, for example {@code GB}. */
  public Reads<Reference, PlainQuery> countries() {
    return resource(ResourceSpec.readOnly("/countries", Reference.class));
  }

  /** Regions of countries, for example {@code CA-QC}. */
  public Reads<AddressRegion, AddressRegionQuery> addressRegions() {
    return resource(ResourceSpec.readOnly("/address_regions", AddressRegion.class));
  }

  /** Kinds of contact, see {@link dev.ledgerkit.sage.model.ContactType}. */
  public Reads<Reference, PlainQuery> contactTypes() {
    return resource(ResourceSpec.readOnly("/contact_types", Reference.class));
  }

  /** Kinds of transaction, see {@link dev.ledgerkit.sage.model.TransactionType}. */
  public Reads<Reference, TransactionTypeQuery> transactionTypes() {
    return resource(ResourceSpec.readOnly("/transaction_types", Reference.class));
  }

  /** Where documents can stand, see {@link dev.ledgerkit.sage.model.ArtefactStatus}. */
  public Reads<Reference, PlainQuery> artefactStatuses() {
    return resource(ResourceSpec.readOnly("/artefact_statuses", Reference.class));
  }

  /** Kinds of ledger account, for example {@code OVERHEADS}. */
  public Reads<Reference, LedgerAccountTypeQuery> ledgerAccountTypes() {
    return resource(ResourceSpec.readOnly("/ledger_account_types", Reference.class));
  }

  /** Kinds of bank account, for example {@code CASH_IN_HAND}. */
  public Reads<Reference, PlainQuery> bankAccountTypes() {
    return resource(ResourceSpec.readOnly("/bank_account_types", Reference.class));
  }

  /** Further short lists that Sage keeps. */
  public SageLists lists() {
    return new SageLists(calls);
  }

  /** All of the above that are lists, for code that treats them alike. */
  public List<SageStream<?>> streams() {
    return List.of(
        businesses().stream(),
        contacts().stream(),
        salesInvoices().stream(),
        salesCreditNotes().stream(),
        purchaseInvoices().stream(),
        purchaseCreditNotes().stream(),
        products().stream(),
        services().stream(),
        stockItems().stream(),
        stockMovements().stream(),
        productSalesPriceTypes().stream(),
        serviceRateTypes().stream(),
        attachments().stream(),
        taxRates().stream(),
        ledgerAccounts().stream(),
        bankAccounts().stream(),
        bankTransfers().stream(),
        otherPayments().stream(),
        contactPayments().stream(),
        contactAllocations().stream(),
        transactions().stream(),
        ledgerEntries().stream(),
        journals().stream(),
        addresses().stream(),
        contactPersons().stream(),
        paymentMethods().stream(),
        currencies().stream(),
        countries().stream(),
        addressRegions().stream(),
        contactTypes().stream(),
        transactionTypes().stream(),
        artefactStatuses().stream(),
        ledgerAccountTypes().stream(),
        bankAccountTypes().stream());
  }

  private <T, Q extends ListQuery, D extends SageDraft> Resource<T, Q, D> resource(
      ResourceSpec<T> spec) {
    return new Resource<>(calls, spec);
  }
}
