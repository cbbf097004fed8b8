package dev.ledgerkit.freeagent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.freeagent.draft.BillDraft;
import dev.ledgerkit.freeagent.draft.BillItemDraft;
import dev.ledgerkit.freeagent.draft.ExpenseDraft;
import dev.ledgerkit.freeagent.draft.ExpenseDraftBuilder;
import dev.ledgerkit.freeagent.draft.JournalEntryDraft;
import dev.ledgerkit.freeagent.draft.JournalSetDraft;
import dev.ledgerkit.freeagent.model.BalanceSheet;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.Expense;
import dev.ledgerkit.freeagent.model.JournalSet;
import dev.ledgerkit.freeagent.model.ProfitAndLoss;
import dev.ledgerkit.freeagent.model.User;
import dev.ledgerkit.freeagent.model.VehicleType;
import dev.ledgerkit.freeagent.query.LedgerTransactionQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expenses, bills, journals and reports on the wire. */
class BooksTest extends WireTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void expenses_manyAtOnce_areOneCall() throws Exception {
    answer(201, "{\"expenses\":[{\"description\":\"a\"},{\"description\":\"b\"}]}");

    List<Expense> created =
        freeagent
            .expenses()
            .createAll(
                List.of(
                    expense().grossValue(BigDecimal.TEN.negate()).build(),
                    expense()
                        .mileage(new BigDecimal("12.5"))
                        .vehicleType(VehicleType.CAR)
                        .build()));

    assertThat(created).extracting(Expense::description).containsExactly("a", "b");
    var sent = body(server.takeRequest()).get("expenses");
    assertThat(sent.at("/0/category").asString()).isEqualTo(url("categories/285"));
    assertThat(sent.at("/0/gross_value").asString()).isEqualTo("-10");
    assertThat(sent.at("/1/mileage").asString()).isEqualTo("12.5");
  }

  @Test
  void mileage_standsWhereTheCategoryDoes() throws Exception {
    answer(201, "{\"expense\":{\"category\":\"Mileage\"}}");

    Expense created =
        freeagent
            .expenses()
            .create(
                expense()
                    .category(null)
                    .mileage(new BigDecimal("12.5"))
                    .vehicleType(VehicleType.BICYCLE)
                    .build());

    assertThat(created.category()).hasToString("Mileage");
    assertThat(body(server.takeRequest()).at("/expense/category").asString()).isEqualTo("Mileage");
  }

  @Test
  void expense_missingFields_areNamedAtOnce_ofOneAndOfMany() {
    assertThat(ExpenseDraft.builder().build().missing())
        .containsExactly("user", "category", "dated_on", "description", "gross_value");
    assertThat(ExpenseDraft.builder().mileage(BigDecimal.ONE).build().missing())
        .containsExactly("user", "dated_on", "description", "vehicle_type");
    assertThatThrownBy(
            () ->
                freeagent
                    .expenses()
                    .createAll(
                        List.of(expense().grossValue(BigDecimal.ONE).build(), expense().build())))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("expenses[1].gross_value");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void expense_withACategoryOfAnotherHost_isRefused() {
    ExpenseDraft draft =
        expense()
            .category(Category.ref("https://evil.example.com/v2/categories/285"))
            .grossValue(BigDecimal.ONE)
            .build();

    assertThatThrownBy(() -> freeagent.expenses().create(draft))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("category")
        .hasMessageContaining("evil.example.com");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void bill_ofTooManyLines_isRefused_andMissingFieldsAreNamed() {
    BillItemDraft line = BillItemDraft.builder().build();

    assertThatThrownBy(() -> BillDraft.builder().billItems(Collections.nCopies(41, line)).build())
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("41 lines");
    assertThat(BillDraft.builder().billItems(List.of(line)).build().missing())
        .containsExactly(
            "contact",
            "reference",
            "dated_on",
            "due_on",
            "bill_items[0].category",
            "bill_items[0].total_value");
  }

  @Test
  void journal_withKey_isFoundByItsTag() throws Exception {
    IdempotencyKey key = IdempotencyKey.of("journal:1");
    answer(200, "{\"journal_sets\":[]}");
    answer(
        201,
        "{\"journal_set\":{\"url\":\"%s\",\"tag\":\"%s\"}}"
            .formatted(url("journal_sets/4"), key.value()));
    answer(
        200,
        "{\"journal_sets\":[{\"url\":\"%s\",\"tag\":\"%s\"}]}"
            .formatted(url("journal_sets/4"), key.value()));

    JournalSet created = freeagent.journalSets().create(journal("10", "-10"), key);
    JournalSet again = freeagent.journalSets().create(journal("10", "-10"), key);

    assertThat(again.url()).isEqualTo(created.url());
    assertThat(server.takeRequest().getTarget()).contains("tag=" + key.value());
    assertThat(body(server.takeRequest()).at("/journal_set/tag").asString()).isEqualTo(key.value());
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void journal_thatDoesNotComeToZero_isRefused() {
    assertThatThrownBy(() -> freeagent.journalSets().create(journal("10", "-9.99")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("0.01");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void openingBalances_areAJournalWithoutADate() throws Exception {
    answer(
        200,
        "{\"journal_set\":{\"url\":\"%s\",\"bank_accounts\":[{\"debit_value\":\"-1000.0\"}]}}"
            .formatted(url("journal_sets/1")));

    JournalSet opening = freeagent.journalSets().openingBalances();

    assertThat(opening.datedOn()).isNull();
    assertThat(opening.bankAccounts().get(0).debitValue()).isEqualByComparingTo("-1000");
    assertThat(target(server.takeRequest())).isEqualTo("GET /v2/journal_sets/opening_balances");
  }

  @Test
  void reports_areAskedForTheirDays() throws Exception {
    answer(200, "{\"transactions\":[{\"debit_value\":\"30.0\",\"foreign_currency_data\":{}}]}");
    answer(200, "{\"trial_balance_summary\":[{\"total\":\"275.0\"}]}");
    answer(200, "{\"profit_and_loss_summary\":{\"operating_profit\":\"-4400\"}}");
    answer(200, "{\"profit_and_loss_summary\":{}}");
    answer(200, "{\"balance_sheet\":{\"total_assets\":11905}}");
    answer(200, "{\"balance_sheet\":{}}");
    answer(200, "{\"sales_tax_rates\":[{\"percentage\":\"20.0\",\"band\":\"Standard\"}]}");
    Reports reports = freeagent.reports();

    var ledger = LedgerTransactionQuery.builder().fromDate(DAY).nominalCode("750").build();
    assertThat(reports.transactions(ledger).stream().toList().get(0).debitValue())
        .isEqualByComparingTo("30");
    assertThat(reports.trialBalance(DAY, DAY.plusDays(1)).get(0).total())
        .isEqualByComparingTo("275");
    ProfitAndLoss profit = reports.profitAndLoss(DAY, DAY.plusDays(1));
    assertThat(profit.operatingProfit()).isEqualByComparingTo("-4400");
    reports.profitAndLoss("2022/23");
    BalanceSheet sheet = reports.balanceSheet(DAY);
    assertThat(sheet.totalAssets()).isEqualByComparingTo("11905");
    reports.openingBalanceSheet();
    assertThat(freeagent.ecSalesTaxRates("Austria", DAY).get(0).percentage())
        .isEqualByComparingTo("20");

    assertThat(server.takeRequest().getTarget())
        .startsWith("/v2/accounting/transactions?")
        .contains("from_date=2026-03-01", "nominal_code=750");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/v2/accounting/trial_balance/summary?from_date=2026-03-01&to_date=2026-03-02");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo(
            "/v2/accounting/profit_and_loss/summary?from_date=2026-03-01&to_date=2026-03-02");
    assertThat(server.takeRequest().getTarget()).endsWith("accounting_period=2022%2F23");
    assertThat(server.takeRequest().getTarget()).endsWith("balance_sheet?as_at_date=2026-03-01");
    assertThat(server.takeRequest().getTarget()).endsWith("balance_sheet/opening_balances");
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/v2/ec_moss/sales_tax_rates?country=Austria&date=2026-03-01");
  }

  private static ExpenseDraftBuilder expense() {
    return ExpenseDraft.builder()
        .user(User.ref("1"))
        .category(Category.ref("285"))
        .datedOn(DAY)
        .description("Travel");
  }

  private static JournalSetDraft journal(String debit, String credit) {
    return JournalSetDraft.builder()
        .datedOn(DAY)
        .description("Correction")
        .journalEntries(List.of(entry("001", debit), entry("285", credit)))
        .build();
  }

  private static JournalEntryDraft entry(String category, String value) {
    return JournalEntryDraft.builder()
        .category(Category.ref(category))
        .debitValue(new BigDecimal(value))
        .build();
  }
}
