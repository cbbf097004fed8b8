package dev.ledgerkit.sage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceListsTest extends WireTest {

  @Test
  void taxRates_carryTheirPercentage() throws Exception {
    answerItems(
        """
        {"id":"GB_STANDARD","displayed_as":"Standard 20.00%","name":"Standard","percentage":"20.0",
         "is_visible":true},
        {"id":"GB_OLD","displayed_as":"Old","percentage":"17.50","is_visible":false},
        {"id":"GB_NO_TAX","displayed_as":"No Tax","percentage":null}
        """);

    assertThat(items("tax_rates"))
        .containsExactly(
            new ReferenceItem(
                "GB_STANDARD", "Standard 20.00%", "20%", true, Map.of("percentage", "20.0")),
            new ReferenceItem("GB_OLD", "Old", "17.5%", false, Map.of("percentage", "17.50")),
            new ReferenceItem("GB_NO_TAX", "No Tax", "", true));
    assertThat(target(server.takeRequest()))
        .isEqualTo(
            "GET /v3.1/tax_rates?attributes=name%2Cpercentage%2Cis_visible"
                + "&items_per_page=200&page=1");
  }

  @Test
  void ledgerAccounts_ofSalesAndPurchases_areTwoLists() throws Exception {
    answerItems("{\"id\":\"a1\",\"displayed_as\":\"Sales (4000)\",\"nominal_code\":4000}");
    answerItems("{\"id\":\"a2\",\"displayed_as\":\"Rent (7100)\",\"nominal_code\":\"7100\"}");

    assertThat(items("ledger_accounts"))
        .containsExactly(
            new ReferenceItem("a1", "Sales (4000)", "4000", true, Map.of("nominal_code", "4000")));
    assertThat(items("purchase_ledger_accounts"))
        .containsExactly(
            new ReferenceItem("a2", "Rent (7100)", "7100", true, Map.of("nominal_code", "7100")));
    assertThat(server.takeRequest().getTarget())
        .startsWith("/v3.1/ledger_accounts?visible_in=sales&");
    assertThat(server.takeRequest().getTarget())
        .startsWith("/v3.1/ledger_accounts?visible_in=expenses&");
  }

  @Test
  void bankAccounts_carryCurrencyAndType() {
    answerItems(
        """
        {"id":"b1","displayed_as":"Current (1200)","currency":{"id":"GBP"},
         "bank_account_type":{"id":"CHECKING"},"is_active":true},
        {"id":"b2","displayed_as":"Till","is_active":false}
        """);

    assertThat(items("bank_accounts"))
        .containsExactly(
            new ReferenceItem(
                "b1",
                "Current (1200)",
                "GBP CHECKING",
                true,
                Map.of("currency", "GBP", "bank_account_type", "CHECKING")),
            new ReferenceItem("b2", "Till", "", false));
  }

  @Test
  void paymentMethods_withoutLabel_showTheirId() {
    answerItems("{\"id\":\"CASH\",\"displayed_as\":\"Cash\"},{\"id\":\"CREDIT_DEBIT\"}");

    assertThat(items("payment_methods"))
        .containsExactly(
            new ReferenceItem("CASH", "Cash", "", true),
            new ReferenceItem("CREDIT_DEBIT", "CREDIT_DEBIT", "", true));
  }

  @Test
  void typedView_readsPercentageCodeAndCurrency() {
    ReferenceItem rate =
        new ReferenceItem("r", "Reduced", "17.5%", false, Map.of("percentage", "17.50"));
    ReferenceItem account =
        new ReferenceItem("a", "Sales", "", true, Map.of("nominal_code", "4000"));
    ReferenceItem bank = new ReferenceItem("b", "Till", "", true, Map.of("currency", "EUR"));
    SageReferenceData view =
        new SageReferenceData(
            new ReferenceData(
                binding.id(),
                Map.of(
                    ReferenceKind.TAX_RATES, List.of(rate),
                    ReferenceKind.LEDGER_ACCOUNTS, List.of(account),
                    ReferenceKind.PURCHASE_LEDGER_ACCOUNTS, List.of(),
                    ReferenceKind.BANK_ACCOUNTS, List.of(bank)),
                Instant.EPOCH));

    assertThat(view.taxRates())
        .containsExactly(
            new SageReferenceData.TaxRateItem("r", "Reduced", new BigDecimal("17.50"), false));
    assertThat(view.ledgerAccounts())
        .containsExactly(new SageReferenceData.LedgerAccountItem("a", "Sales", 4000));
    assertThat(view.purchaseLedgerAccounts()).isEmpty();
    assertThat(view.bankAccounts())
        .containsExactly(new SageReferenceData.BankAccountItem("b", "Till", "EUR", null, true));
  }

  private void answerItems(String items) {
    answer(200, "{\"$total\":3,\"$page\":1,\"$itemsPerPage\":200,\"$items\":[" + items + "]}");
  }

  private List<ReferenceItem> items(String name) {
    ReferenceList list =
        provider.referenceLists().stream()
            .filter(each -> each.kind().name().equals(name))
            .findFirst()
            .orElseThrow();
    return list.reader().apply(api, binding.id()).stream().toList();
  }
}
