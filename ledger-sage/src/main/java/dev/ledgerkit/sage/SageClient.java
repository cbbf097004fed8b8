package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.BankAccountDraft;
import dev.ledgerkit.sage.draft.BankTransferDraft;
import dev.ledgerkit.sage.draft.ContactAllocationDraft;
import dev.ledgerkit.sage.draft.ContactDraft;
import dev.ledgerkit.sage.draft.ContactPaymentDraft;
import dev.ledgerkit.sage.draft.LedgerAccountDraft;
import dev.ledgerkit.sage.draft.OtherPaymentDraft;
import dev.ledgerkit.sage.draft.ProductDraft;
import dev.ledgerkit.sage.draft.ProductSalesPriceTypeDraft;
import dev.ledgerkit.sage.draft.PurchaseCreditNoteDraft;
import dev.ledgerkit.sage.draft.PurchaseInvoiceDraft;
import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.draft.ServiceDraft;
import dev.ledgerkit.sage.draft.StockItemDraft;
import dev.ledgerkit.sage.draft.StockMovementDraft;
import dev.ledgerkit.sage.draft.TaxRateDraft;
import dev.ledgerkit.sage.model.BankAccount;
import dev.ledgerkit.sage.model.BankTransfer;
import dev.ledgerkit.sage.model.Contact;
import dev.ledgerkit.sage.model.ContactAllocation;
import dev.ledgerkit.sage.model.ContactPayment;
import dev.ledgerkit.sage.model.LedgerAccount;
import dev.ledgerkit.sage.model.OtherPayment;
import dev.ledgerkit.sage.model.PaymentMethod;
import dev.ledgerkit.sage.model.Product;
import dev.ledgerkit.sage.model.ProductSalesPriceType;
import dev.ledgerkit.sage.model.PurchaseCreditNote;
import dev.ledgerkit.sage.model.PurchaseInvoice;
import dev.ledgerkit.sage.model.Service;
import dev.ledgerkit.sage.model.StockItem;
import dev.ledgerkit.sage.model.StockMovement;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.query.BankAccountQuery;
import dev.ledgerkit.sage.query.BankTransferQuery;
import dev.ledgerkit.sage.query.ContactAllocationQuery;
import dev.ledgerkit.sage.query.ContactPaymentQuery;
import dev.ledgerkit.sage.query.ContactQuery;
import dev.ledgerkit.sage.query.Feed;
import dev.ledgerkit.sage.query.LedgerAccountQuery;
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
    return resource(
        ResourceSpec.keyed("/services", "service", Service.class)
            .oneCreateAtATime()
            .feeds(Feed.CHANGES, Feed.DELETIONS));
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
  public SyncableResource<BankAccount, BankAccountQuery, BankAccountDraft> bankAccounts() {
    return resource(
        ResourceSpec.keyed("/bank_accounts", "bank_account", BankAccount.class)
            .feeds(Feed.CHANGES, Feed.DELETIONS));
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
        paymentMethods().stream());
  }

  private <T, Q extends ListQuery, D extends SageDraft> Resource<T, Q, D> resource(
      ResourceSpec<T> spec) {
    return new Resource<>(calls, spec);
  }
}
