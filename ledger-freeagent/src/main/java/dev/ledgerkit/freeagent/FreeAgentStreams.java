package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.BankTransactionExplanation;
import dev.ledgerkit.freeagent.model.Bill;
import dev.ledgerkit.freeagent.model.Contact;
import dev.ledgerkit.freeagent.model.CreditNote;
import dev.ledgerkit.freeagent.model.CreditNoteReconciliation;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.Invoice;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.model.PriceListItem;
import dev.ledgerkit.freeagent.model.Project;
import dev.ledgerkit.freeagent.model.StockItem;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What FreeAgent lists, for a replication. */
final class FreeAgentStreams {
  /** So that an edit does not move a record to another page, as it would in a list by name. */
  private static final Map<String, String> IN_ORDER = Map.of("sort", "created_at");

  private final BindingCalls calls;
  private final URI base;
  private final RawList accounts;

  private FreeAgentStreams(BindingCalls calls, URI base) {
    this.calls = calls;
    this.base = base;
    this.accounts =
        list(
            StreamGroup.FINANCIAL,
            ResourceSpec.of("bank_accounts", "bank_account", BankAccount.class),
            false,
            Map.of());
  }

  /** Parents before children. */
  static List<RecordStream> of(BindingCalls calls, URI base) {
    return new FreeAgentStreams(calls, base).all();
  }

  private List<RecordStream> all() {
    return List.of(
        new CategoryStream(calls),
        accounts,
        list(
            StreamGroup.CUSTOMER,
            ResourceSpec.of("contacts", "contact", Contact.class),
            false, // their balance moves with their documents, and no feed tells
            Map.of("view", "all", "sort", "created_at")),
        list(
            StreamGroup.CUSTOMER,
            ResourceSpec.of("projects", "project", Project.class),
            false,
            IN_ORDER),
        list(
            StreamGroup.INVENTORY,
            ResourceSpec.of("price_list_items", "price_list_item", PriceListItem.class),
            false,
            IN_ORDER),
        list(
            StreamGroup.INVENTORY,
            ResourceSpec.of("stock_items", "stock_item", StockItem.class),
            false,
            IN_ORDER),
        dueOneDay(
            ResourceSpec.of("invoices", "invoice", Invoice.class),
            Map.of("sort", "created_at", "nested_invoice_items", "true")),
        dueOneDay(
            ResourceSpec.of("credit_notes", "credit_note", CreditNote.class),
            Map.of("sort", "created_at", "nested_credit_note_items", "true")),
        financial(
            ResourceSpec.of(
                "credit_note_reconciliations",
                "credit_note_reconciliation",
                CreditNoteReconciliation.class),
            Map.of()),
        dueOneDay(
            ResourceSpec.of("bills", "bill", Bill.class), Map.of("nested_bill_items", "true")),
        financial(ResourceSpec.of("expenses", "expense", Expense.class), Map.of()),
        byAccount(ResourceSpec.of("bank_transactions", "bank_transaction", BankTransaction.class)),
        byAccount(
            ResourceSpec.of(
                "bank_transaction_explanations",
                "bank_transaction_explanation",
                BankTransactionExplanation.class)),
        financial(ResourceSpec.of("journal_sets", "journal_set", JournalSet.class), Map.of()));
  }

  private RecordStream dueOneDay(ResourceSpec<? extends Record> spec, Map<String, String> asked) {
    return new DueStream(list(StreamGroup.FINANCIAL, spec, true, asked));
  }

  private RecordStream financial(ResourceSpec<? extends Record> spec, Map<String, String> asked) {
    return list(StreamGroup.FINANCIAL, spec, true, asked);
  }

  private RecordStream byAccount(ResourceSpec<? extends Record> spec) {
    return new AccountStream(base, accounts, list(StreamGroup.FINANCIAL, spec, true, Map.of()));
  }

  private RawList list(
      StreamGroup group,
      ResourceSpec<? extends Record> spec,
      boolean tellsChanges,
      Map<String, String> asked) {
    return new RawList(calls, group, spec, tellsChanges, asked);
  }
}
