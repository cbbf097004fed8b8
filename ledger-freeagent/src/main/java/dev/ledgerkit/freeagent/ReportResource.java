package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.model.BalanceSheet;
import dev.ledgerkit.freeagent.model.LedgerTransaction;
import dev.ledgerkit.freeagent.model.ProfitAndLoss;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.model.TrialBalanceLine;
import dev.ledgerkit.freeagent.query.LedgerTransactionQuery;
import java.time.LocalDate;
import java.util.List;

/** The reports below {@code /accounting}. */
record ReportResource(FreeAgentCalls calls) implements Reports {
  private static final String BALANCE = "/accounting/trial_balance/summary";
  private static final String PROFIT = "/accounting/profit_and_loss/summary";
  private static final String SHEET = "/accounting/balance_sheet";
  private static final String OPENING = "/opening_balances";

  @Override
  public Paged<LedgerTransaction> transactions(LedgerTransactionQuery query) {
    return ledger().list(query);
  }

  @Override
  public LedgerTransaction transaction(Ref<LedgerTransaction> ref) {
    return ledger().get(ref);
  }

  private Resource<LedgerTransaction, LedgerTransactionQuery, Draft> ledger() {
    return new Resource<>(
        calls, ResourceSpec.of("accounting/transactions", "transaction", LedgerTransaction.class));
  }

  @Override
  public List<TrialBalanceLine> trialBalance() {
    return trialBalance(ApiRequest.get(BALANCE));
  }

  @Override
  public List<TrialBalanceLine> trialBalance(LocalDate from, LocalDate to) {
    return trialBalance(ApiRequest.get(BALANCE).query("from_date", from).query("to_date", to));
  }

  @Override
  public List<TrialBalanceLine> openingTrialBalance() {
    return trialBalance(ApiRequest.get(BALANCE + OPENING));
  }

  private List<TrialBalanceLine> trialBalance(ApiRequest.Builder request) {
    return calls.array(request.build(), "trial_balance_summary", TrialBalanceLine.class);
  }

  @Override
  public ProfitAndLoss profitAndLoss() {
    return profitAndLoss(ApiRequest.get(PROFIT));
  }

  @Override
  public ProfitAndLoss profitAndLoss(LocalDate from, LocalDate to) {
    return profitAndLoss(ApiRequest.get(PROFIT).query("from_date", from).query("to_date", to));
  }

  @Override
  public ProfitAndLoss profitAndLoss(String accountingPeriod) {
    return profitAndLoss(ApiRequest.get(PROFIT).query("accounting_period", accountingPeriod));
  }

  private ProfitAndLoss profitAndLoss(ApiRequest.Builder request) {
    return one(request, "profit_and_loss_summary", ProfitAndLoss.class);
  }

  @Override
  public BalanceSheet balanceSheet() {
    return one(ApiRequest.get(SHEET), "balance_sheet", BalanceSheet.class);
  }

  @Override
  public BalanceSheet balanceSheet(LocalDate asAt) {
    return one(
        ApiRequest.get(SHEET).query("as_at_date", asAt), "balance_sheet", BalanceSheet.class);
  }

  @Override
  public BalanceSheet openingBalanceSheet() {
    return one(ApiRequest.get(SHEET + OPENING), "balance_sheet", BalanceSheet.class);
  }

  private <T> T one(ApiRequest.Builder request, String envelope, Class<T> type) {
    return calls
        .wire()
        .send(request.build(), body -> FreeAgentJson.single(body, envelope, envelope, type));
  }
}
