package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.draft.StatementLine;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankTransaction;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.BankTransactionQuery;
import java.util.List;

/**
 * Lines of bank statements. They come by uploads and feeds, or with an explanation; there is no
 * other way to make one.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws, and lists behave as those of {@link Reads}.
 *
 * @since 0.1
 */
public interface BankTransactions extends Deletes<BankTransaction> {
  /** All transactions of an account. */
  Paged<BankTransaction> list(Ref<BankAccount> account);

  /**
   * What {@code query} leaves of an account.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the query names no account, or a record of
   *     another environment; nothing is sent
   */
  Paged<BankTransaction> list(BankTransactionQuery query);

  /** One transaction, with what explains it. */
  BankTransaction get(Ref<BankTransaction> ref);

  /**
   * Uploads a statement. FreeAgent imports it after this returned, within a minute, and leaves out
   * lines it has by date, amount and description; so it may be sent again, and whole days are.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if a line has no date, or there is none;
   *     nothing is sent
   */
  void uploadStatement(Ref<BankAccount> account, List<StatementLine> lines);

  /**
   * As {@link #uploadStatement(Ref, List)}, with a {@code fitid} made of the key and the line's
   * place for each line that has none, so that its transaction can be found.
   */
  void uploadStatement(Ref<BankAccount> account, List<StatementLine> lines, IdempotencyKey key);
}
