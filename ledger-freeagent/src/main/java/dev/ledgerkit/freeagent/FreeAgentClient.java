package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.freeagent.draft.BankAccountDraft;
import dev.ledgerkit.freeagent.draft.BillDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteReconciliationDraft;
import dev.ledgerkit.freeagent.draft.PriceListItemDraft;
import dev.ledgerkit.freeagent.draft.ProjectDraft;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.Bill;
import dev.ledgerkit.freeagent.model.CreditNoteReconciliation;
import dev.ledgerkit.freeagent.model.EcSalesTaxRate;
import dev.ledgerkit.freeagent.model.PriceListItem;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.VatPlace;
import dev.ledgerkit.freeagent.query.BankAccountQuery;
import dev.ledgerkit.freeagent.query.BillQuery;
import dev.ledgerkit.freeagent.query.CreditNoteReconciliationQuery;
import dev.ledgerkit.freeagent.query.PriceListItemQuery;
import dev.ledgerkit.freeagent.query.ProjectQuery;
import dev.ledgerkit.freeagent.query.StockItemQuery;
import java.time.LocalDate;
import java.util.List;

/**
 * The books of one binding's company. What a resource allows is in its type.
 *
 * <p>Cheap to make and safe for use by many threads; {@link FreeAgentProvider#client} gives one.
 *
 * <pre>{@code
 * FreeAgentClient freeagent = provider.client(api, binding);
 * Contact contact =
 *     freeagent.contacts()
 *         .findOrCreate(
 *             ContactDraft.builder()
 *                 .organisationName("Great Example Ltd")
 *                 .email("accounts@great.example.com")
 *                 .build());
 * }</pre>
 *
 * @since 0.1
 */
public final class FreeAgentClient {
  private final FreeAgentCalls calls;

  FreeAgentClient(FreeAgentCalls calls) {
    this.calls = calls;
  }

  /**
   * The same books, where {@code place} is known: drafts whose {@code ec_status} FreeAgent would
   * refuse of such a company are refused before anything is sent. {@code
   * company().get().vatPlace()} says which it is.
   */
  public FreeAgentClient in(VatPlace place) {
    return new FreeAgentClient(calls.in(place));
  }

  /** The company itself. */
  public OwnCompany company() {
    return new CompanyResource(calls);
  }

  /** Its users. */
  public Users users() {
    return new UserResource(calls);
  }

  /** The addresses that e-mails may be sent from. */
  public List<String> senderAddresses() {
    return calls.array("/email_addresses", "email_addresses", String.class);
  }

  /** Customers and suppliers. */
  public Contacts contacts() {
    return new ContactResource(calls);
  }

  /** Projects of contacts. */
  public EditableResource<Project, ProjectQuery, ProjectDraft> projects() {
    return new Resource<>(calls, ResourceSpec.of("projects", "project", Project.class));
  }

  /** Invoices. */
  public Invoices invoices() {
    return new InvoiceResource(calls);
  }

  /** Credit notes, in positive amounts. */
  public CreditNotes creditNotes() {
    return new CreditNoteResource(calls);
  }

  /** What of credit notes was set against invoices. */
  public EditableResource<
          CreditNoteReconciliation, CreditNoteReconciliationQuery, CreditNoteReconciliationDraft>
      creditNoteReconciliations() {
    return new Resource<>(
        calls,
        ResourceSpec.of(
            "credit_note_reconciliations",
            "credit_note_reconciliation",
            CreditNoteReconciliation.class));
  }

  /** Accounts at banks, credit cards and PayPal. */
  public EditableResource<BankAccount, BankAccountQuery, BankAccountDraft> bankAccounts() {
    return new Resource<>(
        calls, ResourceSpec.of("bank_accounts", "bank_account", BankAccount.class));
  }

  /** Lines of bank statements. */
  public BankTransactions bankTransactions() {
    return new BankTransactionResource(calls);
  }

  /** What they were for; this is how invoices and bills are paid. */
  public BankTransactionExplanations bankTransactionExplanations() {
    return new ExplanationResource(calls);
  }

  /** Files kept with explanations, expenses and bills. */
  public Attachments attachments() {
    return new AttachmentResource(calls);
  }

  /** What users paid for the company. */
  public Expenses expenses() {
    return new ExpenseResource(calls);
  }

  /** What suppliers ask for. */
  public EditableResource<Bill, BillQuery, BillDraft> bills() {
    return new Resource<>(calls, ResourceSpec.of("bills", "bill", Bill.class));
  }

  /** What the company sells, and for how much. */
  public EditableResource<PriceListItem, PriceListItemQuery, PriceListItemDraft> priceListItems() {
    return new Resource<>(
        calls, ResourceSpec.of("price_list_items", "price_list_item", PriceListItem.class));
  }

  /** Goods whose stock FreeAgent counts; it takes no changes of them. */
  public Reads<StockItem, StockItemQuery> stockItems() {
    return new Resource<>(calls, ResourceSpec.of("stock_items", "stock_item", StockItem.class));
  }

  /** Debits and credits made by hand. */
  public JournalSets journalSets() {
    return new JournalSetResource(calls);
  }

  /** What the books say. */
  public Reports reports() {
    return new ReportResource(calls);
  }

  /**
   * The rates of VAT on digital services in a country of the Union on a day.
   *
   * @param country by its name, such as {@code Austria}
   */
  public List<EcSalesTaxRate> ecSalesTaxRates(String country, LocalDate date) {
    return calls.array(
        ApiRequest.get("/ec_moss/sales_tax_rates")
            .query("country", country)
            .query("date", date)
            .build(),
        "sales_tax_rates",
        EcSalesTaxRate.class);
  }

  /** The accountancy practice whose company this is. */
  public AccountancyPractice practice() {
    return new PracticeResource(calls);
  }

  /** The chart of accounts. */
  public Categories categories() {
    return new CategoryResource(calls);
  }
}
