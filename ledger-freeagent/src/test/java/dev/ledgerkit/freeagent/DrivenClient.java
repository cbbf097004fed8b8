package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.draft.BankAccountDraft;
import dev.ledgerkit.freeagent.draft.BankTransactionExplanationDraft;
import dev.ledgerkit.freeagent.draft.BillDraft;
import dev.ledgerkit.freeagent.draft.BillItemDraft;
import dev.ledgerkit.freeagent.draft.CategoryDraft;
import dev.ledgerkit.freeagent.draft.ContactDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteDraft;
import dev.ledgerkit.freeagent.draft.CreditNoteReconciliationDraft;
import dev.ledgerkit.freeagent.draft.EmailDraft;
import dev.ledgerkit.freeagent.draft.ExpenseDraft;
import dev.ledgerkit.freeagent.draft.InvoiceDraft;
import dev.ledgerkit.freeagent.draft.JournalEntryDraft;
import dev.ledgerkit.freeagent.draft.JournalSetDraft;
import dev.ledgerkit.freeagent.draft.PriceListItemDraft;
import dev.ledgerkit.freeagent.draft.ProjectDraft;
import dev.ledgerkit.freeagent.draft.StatementLine;
import dev.ledgerkit.freeagent.draft.UserDraft;
import dev.ledgerkit.freeagent.model.AccountManager;
import dev.ledgerkit.freeagent.model.Attachment;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Bill;
import dev.ledgerkit.freeagent.model.BudgetUnits;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.CategoryGroup;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.CreditNoteReconciliation;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.model.PriceListItem;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.ProjectStatus;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.StockItem;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.model.UserRole;
import dev.ledgerkit.freeagent.query.LedgerTransactionQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Every method of the client, called once, so that what it sends can be compared. */
final class DrivenClient {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final BigDecimal ONE = BigDecimal.ONE;

  private final FreeAgentClient freeagent;

  DrivenClient(FreeAgentClient freeagent) {
    this.freeagent = freeagent;
  }

  void callEverything() {
    company();
    people();
    documents();
    banking();
    costs();
    stock();
    books();
    practice();
  }

  private void company() {
    freeagent.company().get();
    freeagent.company().businessCategories();
    freeagent.company().taxTimeline();
    freeagent.senderAddresses();
    Categories categories = freeagent.categories();
    Ref<Category> code = Category.ref("285");
    CategoryDraft draft =
        CategoryDraft.builder()
            .description("d")
            .nominalCode("047")
            .categoryGroup(CategoryGroup.of("income"))
            .build();
    categories.tree();
    categories.get(code);
    categories.create(draft);
    categories.update(code, draft);
    categories.delete(code);
  }

  private void people() {
    edit(
        freeagent.contacts(),
        Contact.ref("2"),
        ContactDraft.builder().organisationName("Great Example").build());
    UserDraft user =
        UserDraft.builder()
            .email("a@example.com")
            .firstName("A")
            .lastName("B")
            .role(UserRole.DIRECTOR)
            .openingMileage(ONE)
            .build();
    edit(freeagent.users(), User.ref("2"), user);
    freeagent.users().me();
    freeagent.users().updateMe(user);
    edit(
        freeagent.projects(),
        Project.ref("2"),
        ProjectDraft.builder()
            .contact(Contact.ref("2"))
            .name("P")
            .status(ProjectStatus.ACTIVE)
            .currency("GBP")
            .budgetUnits(BudgetUnits.DAYS)
            .build());
  }

  private void documents() {
    Ref<Invoice> invoice = Invoice.ref("3");
    Invoices invoices = freeagent.invoices();
    edit(invoices, invoice, InvoiceDraft.builder().contact(Contact.ref("2")).datedOn(DAY).build());
    invoices.markAsSent(invoice);
    invoices.markAsDraft(invoice);
    invoices.markAsScheduled(invoice);
    invoices.markAsCancelled(invoice);
    invoices.convertToCreditNote(invoice);
    invoices.duplicate(invoice);
    invoices.collectByDirectDebit(invoice);
    invoices.sendEmail(invoice, EmailDraft.template());
    invoices.pdf(invoice);
    invoices.timeline();
    invoices.defaultAdditionalText();
    invoices.updateDefaultAdditionalText("t");
    invoices.deleteDefaultAdditionalText();
    Ref<CreditNote> note = CreditNote.ref("4");
    CreditNotes notes = freeagent.creditNotes();
    edit(notes, note, CreditNoteDraft.builder().contact(Contact.ref("2")).datedOn(DAY).build());
    notes.markAsSent(note);
    notes.markAsDraft(note);
    notes.sendEmail(note, EmailDraft.template());
    notes.pdf(note);
    edit(
        freeagent.creditNoteReconciliations(),
        Ref.<CreditNoteReconciliation>of("credit_note_reconciliations", "5"),
        CreditNoteReconciliationDraft.builder()
            .grossValue(ONE)
            .datedOn(DAY)
            .invoice(invoice)
            .creditNote(note)
            .build());
  }

  private void banking() {
    Ref<BankAccount> account = BankAccount.ref("7");
    edit(
        freeagent.bankAccounts(),
        account,
        BankAccountDraft.builder().name("Current").openingBalance(ONE).build());
    BankTransactions transactions = freeagent.bankTransactions();
    transactions.list(account).first();
    transactions.get(BankTransaction.ref("8"));
    transactions.delete(BankTransaction.ref("8"));
    transactions.uploadStatement(
        account, List.of(StatementLine.builder().datedOn(DAY).amount(ONE).build()));
    BankTransactionExplanations explanations = freeagent.bankTransactionExplanations();
    Ref<BankTransactionExplanation> explanation = BankTransactionExplanation.ref("9");
    BankTransactionExplanationDraft draft =
        BankTransactionExplanationDraft.builder()
            .bankAccount(account)
            .datedOn(DAY)
            .grossValue(ONE)
            .paidInvoice(Invoice.ref("3"))
            .build();
    explanations.list(account).first();
    explanations.get(explanation);
    explanations.create(draft);
    explanations.update(explanation, draft);
    explanations.delete(explanation);
    explanations.attachments(explanation);
    freeagent.attachments().get(Attachment.ref("1"));
    freeagent.attachments().delete(Attachment.ref("1"));
  }

  private void costs() {
    ExpenseDraft expense =
        ExpenseDraft.builder()
            .user(User.ref("2"))
            .category(Category.ref("285"))
            .datedOn(DAY)
            .description("d")
            .grossValue(ONE.negate())
            .build();
    edit(freeagent.expenses(), Expense.ref("6"), expense);
    freeagent.expenses().createAll(List.of(expense));
    freeagent.expenses().mileageSettings();
    edit(
        freeagent.bills(),
        Bill.ref("6"),
        BillDraft.builder()
            .contact(Contact.ref("2"))
            .reference("r")
            .datedOn(DAY)
            .dueOn(DAY)
            .billItems(
                List.of(
                    BillItemDraft.builder().category(Category.ref("285")).totalValue(ONE).build()))
            .build());
  }

  private void stock() {
    edit(
        freeagent.priceListItems(),
        PriceListItem.ref("6"),
        PriceListItemDraft.builder()
            .code("A")
            .quantity(ONE)
            .itemType(ItemType.PRODUCTS)
            .description("d")
            .price(ONE)
            .build());
    freeagent.stockItems().list().first();
    freeagent.stockItems().get(StockItem.ref("3"));
  }

  private void books() {
    edit(
        freeagent.journalSets(),
        JournalSet.ref("6"),
        JournalSetDraft.builder()
            .datedOn(DAY)
            .description("d")
            .journalEntries(List.of(entry(ONE), entry(ONE.negate())))
            .build());
    freeagent.journalSets().openingBalances();
    Reports reports = freeagent.reports();
    reports.transactions(LedgerTransactionQuery.builder().build()).first();
    reports.transaction(dev.ledgerkit.freeagent.model.LedgerTransaction.ref("1"));
    reports.trialBalance();
    reports.openingTrialBalance();
    reports.profitAndLoss();
    reports.balanceSheet();
    reports.openingBalanceSheet();
    freeagent.ecSalesTaxRates("Austria", DAY);
  }

  private static JournalEntryDraft entry(BigDecimal debit) {
    return JournalEntryDraft.builder().category(Category.ref("285")).debitValue(debit).build();
  }

  private void practice() {
    AccountancyPractice practice = freeagent.practice();
    practice.get();
    practice.clients().first();
    practice.accountManagers();
    practice.accountManager(AccountManager.ref("1"));
    practice.me();
  }

  private static <
          T,
          Q extends dev.ledgerkit.freeagent.query.ListQuery,
          D extends dev.ledgerkit.core.client.Draft>
      void edit(EditableResource<T, Q, D> resource, Ref<T> ref, D draft) {
    resource.list().first();
    resource.get(ref);
    resource.create(draft);
    resource.update(ref, draft);
    resource.delete(ref);
  }
}
