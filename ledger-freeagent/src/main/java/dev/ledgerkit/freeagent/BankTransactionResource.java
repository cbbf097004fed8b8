package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.client.Given;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.draft.StatementLine;
import dev.ledgerkit.freeagent.draft.StatementLineBuilder;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.BankTransactionQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions, of one account at a time. */
final class BankTransactionResource implements BankTransactions {
  private final FreeAgentCalls calls;
  private final Resource<BankTransaction, BankTransactionQuery, Draft> transactions;

  BankTransactionResource(FreeAgentCalls calls) {
    this.calls = calls;
    this.transactions =
        new Resource<>(
            calls, ResourceSpec.of("bank_transactions", "bank_transaction", BankTransaction.class));
  }

  @Override
  public Paged<BankTransaction> list(Ref<BankAccount> account) {
    return list(BankTransactionQuery.builder().bankAccount(account).build());
  }

  @Override
  public Paged<BankTransaction> list(BankTransactionQuery query) {
    requireAccount(query.bankAccount());
    return transactions.list(query);
  }

  @Override
  public BankTransaction get(Ref<BankTransaction> ref) {
    return transactions.get(ref);
  }

  @Override
  public void delete(Ref<BankTransaction> ref) {
    transactions.delete(ref);
  }

  @Override
  public void uploadStatement(Ref<BankAccount> account, List<StatementLine> lines) {
    List<String> missing =
        new Given()
            .needs("statement", lines)
            .needsEach("statement", lines, StatementLine::missing)
            .missing();
    if (!missing.isEmpty()) {
      throw new ConfigurationException(
          "The statement cannot be uploaded without: %s.".formatted(String.join(", ", missing)));
    }
    account.pathIn(calls.base(), "bank_accounts");
    calls
        .wire()
        .send(
            ApiRequest.post(
                    "/bank_transactions/statement",
                    FreeAgentJson.WIRE.write(
                        FreeAgentJson.fields(new Statement(lines), calls.base())))
                .query("bank_account", account.in(calls.base()))
                .repeatable() // FreeAgent leaves out the lines it has
                .build());
  }

  @Override
  public void uploadStatement(
      Ref<BankAccount> account, List<StatementLine> lines, IdempotencyKey key) {
    List<StatementLine> marked = new ArrayList<>();
    for (StatementLine line : lines) {
      String mark = "%s-%d".formatted(key.value(), marked.size() + 1);
      marked.add(
          line.fitid() == null ? StatementLineBuilder.builder(line).fitid(mark).build() : line);
    }
    uploadStatement(account, marked);
  }

  /** FreeAgent lists nothing without one. */
  static void requireAccount(@Nullable Ref<BankAccount> account) {
    if (account == null) {
      throw new ConfigurationException(
          "'bank_account' is required: FreeAgent lists transactions and explanations of one account.");
    }
  }

  private record Statement(List<StatementLine> statement) {}
}
