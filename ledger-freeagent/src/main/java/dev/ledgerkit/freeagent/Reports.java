package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.model.BalanceSheet;
import dev.ledgerkit.freeagent.model.LedgerTransaction;
import dev.ledgerkit.freeagent.model.ProfitAndLoss;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.TrialBalanceLine;
import dev.ledgerkit.freeagent.query.LedgerTransactionQuery;
import java.time.LocalDate;
import java.util.List;

/**
 * What the books say. A range of days must lie within one accounting period.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @since 0.1
 */
public interface Reports {
  /** Debits and credits. */
  Paged<LedgerTransaction> transactions(LedgerTransactionQuery query);

  /** One debit or credit. */
  LedgerTransaction transaction(Ref<LedgerTransaction> ref);

  /** The trial balance of the current accounting period so far. */
  List<TrialBalanceLine> trialBalance();

  /** The trial balance of these days, both included. */
  List<TrialBalanceLine> trialBalance(LocalDate from, LocalDate to);

  /** What the trial balance began with. */
  List<TrialBalanceLine> openingTrialBalance();

  /** Profit and loss of the current accounting period so far. */
  ProfitAndLoss profitAndLoss();

  /** Profit and loss of these days, both included. */
  ProfitAndLoss profitAndLoss(LocalDate from, LocalDate to);

  /** Profit and loss of an accounting period, such as {@code 2022/23}. */
  ProfitAndLoss profitAndLoss(String accountingPeriod);

  /** The balance sheet of today. */
  BalanceSheet balanceSheet();

  /** The balance sheet of a day. */
  BalanceSheet balanceSheet(LocalDate asAt);

  /** What the balance sheet began with. */
  BalanceSheet openingBalanceSheet();
}
