package dev.ledgerkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a policy may say, and that everything wrong with one is named at once. */
class SyncPolicyTest {
  private static final SyncPolicy FULL =
      SyncPolicy.builder()
          .syncUnpaidInvoices(false)
          .syncZeroValueInvoices(false)
          .syncSince(Instant.parse("2026-01-31T09:00:00Z"))
          .websiteFilter(List.of("base", "outlet"))
          .storeFilter(List.of("uk"))
          .syncProducts(true)
          .syncStock(true)
          .defaultTaxRate("STANDARD")
          .defaultLedgerAccount("4000")
          .defaultPurchaseLedgerAccount("5000")
          .defaultPaymentTermsInDays(14)
          .defaultBankAccount("CURRENT")
          .taxRate("20", "STANDARD")
          .taxRate(" 5.0 ", "REDUCED")
          .paymentMethod("cash", new BankAccountChoice("TILL"))
          .paymentMethod("checkmo", BankAccountChoice.LEAVE_UNPAID)
          .build(Offered.ACCOUNTS);

  @Test
  void nothingSet_isWhatTheTableOfDefaultsSays() {
    SyncPolicy policy = SyncPolicy.fromJson("{}");

    assertThat(policy).isEqualTo(SyncPolicy.builder().build());
    assertThat(policy.syncUnpaidInvoices()).isTrue();
    assertThat(policy.syncZeroValueInvoices()).isTrue();
    assertThat(policy.syncSince()).isNull();
    assertThat(policy.websiteFilter()).isEmpty();
    assertThat(policy.storeFilter()).isEmpty();
    assertThat(policy.syncProducts()).isFalse();
    assertThat(policy.syncStock()).isFalse();
    assertThat(policy.defaultPaymentTermsInDays()).isEqualTo(30);
    assertThat(policy.taxRates()).isEmpty();
    assertThat(policy.paymentMethods()).isEmpty();
    assertThat(policy.itemTypes())
        .isEqualTo(Map.of("simple", "Products", "virtual", "Services", "downloadable", "Services"));
    assertThat(policy.problems(Offered.ACCOUNTS)).isEmpty();
    assertThat(policy.problems(Offered.CATEGORIES)).isEmpty();
  }

  @Test
  void json_roundTrip_losesNothing() {
    assertThat(SyncPolicy.fromJson(FULL.toJson(), Offered.ACCOUNTS)).isEqualTo(FULL);
    SyncPolicy saved = FULL.withVersion(7);
    assertThat(SyncPolicy.fromJson(saved.toJson())).isEqualTo(saved);
    assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
  }

  @Test
  void json_ofASettingsForm_isReadWithDatesAndEmptyChoices() {
    SyncPolicy policy =
        SyncPolicy.fromJson(
            """
            {"sync_since": "2026-01-31", "default_tax_rate": "", "default_bank_account": null,
             "tax_rate_map": {" 20.0 ": "STANDARD"}, "payment_method_map": {"checkmo": null},
             "website_filter": ["base"], "item_type_map": {}}
            """);

    assertThat(policy.syncSince()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
    assertThat(policy.defaultTaxRate()).isNull();
    assertThat(policy.taxRates()).isEqualTo(Map.of(new BigDecimal("20.00"), "STANDARD"));
    assertThat(policy.paymentMethods()).containsEntry("checkmo", BankAccountChoice.LEAVE_UNPAID);
    assertThat(policy.websiteFilter()).isEqualTo(Set.of("base"));
    assertThat(policy.itemTypes()).isEmpty();
  }

  @Test
  void everythingWrong_isNamedAtOnce_byFieldAndCode() {
    String wrong =
        """
        {"sync_stock": true, "sync_unpaid_invoices": "yes", "sync_since": "31.01.2026",
         "default_payment_terms_in_days": -1, "default_tax_rate": "GONE",
         "default_income_category": "https://books.example/categories/001",
         "default_bank_account": "CLOSED", "colour": "red", "website_filter": "base",
         "tax_rate_map": {"-5": "STANDARD", "a lot": "STANDARD", "17.5": "GONE", "8": ""},
         "payment_method_map": {"cash": 7, "card": "GONE"}, "item_type_map": {"bundle": "Hours"}}
        """;

    PolicyRefusedException refused =
        catchThrowableOfType(
            PolicyRefusedException.class, () -> SyncPolicy.fromJson(wrong, Offered.ACCOUNTS));

    assertThat(refused.problems())
        .extracting(Problem::field, Problem::code)
        .containsExactlyInAnyOrder(
            found("sync_products", "required"),
            found("sync_unpaid_invoices", "invalid_format"),
            found("sync_since", "invalid_format"),
            found("default_payment_terms_in_days", "out_of_range"),
            found("default_tax_rate", "not_in_reference"),
            found("default_income_category", "not_in_reference"),
            found("default_bank_account", "not_in_reference"),
            found("colour", "invalid_format"),
            found("website_filter", "invalid_format"),
            found("tax_rate_map[-5]", "out_of_range"),
            found("tax_rate_map[a lot]", "invalid_format"),
            found("tax_rate_map[17.50]", "not_in_reference"),
            found("tax_rate_map[8]", "invalid_format"),
            found("payment_method_map[cash]", "invalid_format"),
            found("payment_method_map[card]", "not_in_reference"),
            found("item_type_map[bundle]", "not_in_reference"),
            found("default_purchase_ledger_account", "required"));
    assertThat(refused).hasMessageContaining("'GONE'").hasMessageContaining("'-1' days");
  }

  private static org.assertj.core.groups.Tuple found(String field, String code) {
    return org.assertj.core.groups.Tuple.tuple(field, code);
  }

  @Test
  void unknownKey_isRefusedNamingTheOnesThereAre() {
    assertThatThrownBy(() -> SyncPolicy.fromJson("{\"default_taxrate\": \"X\"}"))
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("default_taxrate: there is no such setting")
        .hasMessageContaining("default_tax_rate");
  }

  @Test
  void notJson_orNoObject_isRefused() {
    assertThatThrownBy(() -> SyncPolicy.fromJson("<form>"))
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("not JSON");
    assertThatThrownBy(() -> SyncPolicy.fromJson("[]"))
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("JSON object");
  }

  @Test
  void choiceOfTheOtherProvider_isNotInReference() {
    assertThat(SyncPolicy.builder().defaultTaxRate("STANDARD").build().problems(Offered.CATEGORIES))
        .extracting(Problem::field, Problem::code)
        .containsExactly(found("default_tax_rate", "not_in_reference"));
  }

  @Test
  void purchaseAccount_isRequiredWithProducts_onlyWhereThereAreSuch() {
    SyncPolicy products = SyncPolicy.builder().syncProducts(true).build();

    assertThat(products.problems(Offered.CATEGORIES)).isEmpty();
    assertThat(products.problems(Offered.ACCOUNTS))
        .extracting(Problem::field, Problem::code)
        .containsExactly(found("default_purchase_ledger_account", "required"));
  }

  @Test
  void percentagesThatBecomeTheSame_butMeanDifferentRates_areRefused() {
    assertThatThrownBy(() -> SyncPolicy.builder().taxRate("20", "A").taxRate("20.00", "B").build())
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("both 'A' and 'B'");
    assertThat(SyncPolicy.builder().taxRate("20", "A").taxRate("20.00", "A").build().taxRates())
        .hasSize(1);
  }

  @Test
  void entryThatVanishes_isReportedMissing_andInactiveIsNot() {
    ReferenceData later =
        Offered.data(
            Map.of(
                ReferenceKind.TAX_RATES, Offered.items("REDUCED"),
                ReferenceKind.LEDGER_ACCOUNTS, Offered.items("4000"),
                ReferenceKind.PURCHASE_LEDGER_ACCOUNTS, Offered.items("5000"),
                ReferenceKind.BANK_ACCOUNTS,
                    List.of(
                        new ReferenceItem("CURRENT", "Current account", "", false),
                        new ReferenceItem("TILL", "Till", "", true))));

    assertThat(FULL.missing(Offered.ACCOUNTS)).isEmpty();
    assertThat(FULL.missing(later))
        .containsExactly(
            new SyncPolicy.MissingEntry("default_tax_rate", ReferenceKind.TAX_RATES, "STANDARD"),
            new SyncPolicy.MissingEntry(
                "tax_rate_map[20.00]", ReferenceKind.TAX_RATES, "STANDARD"));
  }

  /** What a policy's own JSON could not hold would be saved and never read again. */
  @Test
  void blankEntries_areRefusedByTheBuilderAsByJson() {
    assertThatThrownBy(() -> SyncPolicy.builder().websiteFilter(List.of("")).build())
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("website_filter");
    assertThatThrownBy(() -> SyncPolicy.builder().storeFilter(List.of("a", " ")).build())
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("store_filter");
    assertThatThrownBy(
            () -> SyncPolicy.builder().paymentMethod("cash", new BankAccountChoice(" ")).build())
        .isInstanceOf(PolicyRefusedException.class)
        .hasMessageContaining("payment_method_map[cash]");
  }

  @Test
  void percentageNobodyCanMean_isRefused_beforeAnythingIsReckoned() {
    for (String percentage : List.of("1E-100000000", "1E+100000000")) {
      assertThatThrownBy(() -> SyncPolicy.builder().taxRate(percentage, "A").build())
          .isInstanceOf(PolicyRefusedException.class)
          .hasMessageContaining("'" + percentage + "' is no percentage");
    }
  }
}
