package dev.ledgerkit.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.jspecify.annotations.Nullable;

/** Every rule of a policy, for any policy and any event. */
class SyncDecisionsTest {
  private static final Instant LINE = Instant.parse("2026-01-31T09:00:00Z");
  private static final List<String> CODES = List.of("a", "b", "c");

  @Property
  void invoice_flowsExactlyWhenNoRuleKeepsItBack(
      @ForAll("policies") SyncPolicy policy, @ForAll("invoices") SourceInvoice invoice) {
    Instant since = policy.syncSince();
    boolean early = since != null && invoice.createdAt().isBefore(since);
    boolean website = matches(policy.websiteFilter(), invoice.website());
    boolean store = matches(policy.storeFilter(), invoice.store());
    boolean zero = invoice.total().compareTo(BigDecimal.ZERO) == 0;
    Reason reason = policy.decisions().invoice(invoice).reason();

    assertThat(reason == null)
        .isEqualTo(
            !early
                && website
                && store
                && (policy.syncZeroValueInvoices() || !zero)
                && (policy.syncUnpaidInvoices() || invoice.paid()));
    if (reason != null) {
      switch (reason) {
        case OUTSIDE_SYNC_SINCE -> assertThat(early).isTrue();
        case OUTSIDE_WEBSITE_FILTER -> assertThat(website).isFalse();
        case OUTSIDE_STORE_FILTER -> assertThat(store).isFalse();
        case ZERO_VALUE_INVOICE -> assertThat(zero).isTrue();
        case UNPAID_INVOICE -> assertThat(invoice.paid()).isFalse();
        default -> throw new AssertionError("no reason for an invoice: " + reason);
      }
    }
  }

  @Property
  void invoice_createdOnTheLine_isNotOutside(@ForAll("invoices") SourceInvoice invoice) {
    SyncPolicy policy = SyncPolicy.builder().syncSince(invoice.createdAt()).build();

    assertThat(policy.decisions().invoice(invoice).flows()).isTrue();
  }

  @Property
  void taxRate_dependsOnTheValueOfThePercentage_notOnHowItIsWritten(
      @ForAll @BigRange(min = "0", max = "100") @Scale(2) BigDecimal percentage) {
    SyncDecisions decisions =
        SyncPolicy.builder()
            .defaultTaxRate("DEFAULT")
            .taxRate(" " + percentage.stripTrailingZeros().toPlainString() + " ", "MAPPED")
            .build()
            .decisions();

    assertThat(decisions.taxRate(percentage)).isEqualTo(new Mapping.To("MAPPED", false));
    assertThat(decisions.taxRate(percentage.setScale(7)))
        .isEqualTo(new Mapping.To("MAPPED", false));
    assertThat(decisions.taxRate(percentage.add(new BigDecimal("0.01"))))
        .isEqualTo(new Mapping.To("DEFAULT", true));
  }

  @Property
  void bankAccount_followsTheFourStepsInOrder(
      @ForAll("methods") Map<String, BankAccountChoice> methods,
      @ForAll("codes") String code,
      @ForAll boolean withDefault) {
    PolicyBuilder builder = SyncPolicy.builder().defaultBankAccount(withDefault ? "DEFAULT" : null);
    methods.forEach(builder::paymentMethod);
    BankAccountChoice choice = methods.get(code);

    assertThat(builder.build().decisions().bankAccount(code))
        .isEqualTo(
            choice != null && choice.bankAccount() != null
                ? new Mapping.To(choice.bankAccount(), false)
                : choice != null
                    ? new Mapping.None(Reason.PAYMENT_METHOD_LEFT_UNPAID)
                    : withDefault
                        ? new Mapping.To("DEFAULT", true)
                        : new Mapping.None(Reason.PAYMENT_METHOD_NOT_MAPPED));
  }

  @Property
  void itemType_ofAnythingNotMapped_isNotSupported(@ForAll String productType) {
    String mapped = SyncPolicy.ITEM_TYPES.get(productType);

    assertThat(SyncPolicy.builder().build().decisions().itemType(productType))
        .isEqualTo(
            mapped == null
                ? new Mapping.None(Reason.PRODUCT_TYPE_NOT_SUPPORTED)
                : new Mapping.To(mapped, false));
  }

  @Property
  void accounts_areTheDefaultsOrNothing(@ForAll("choices") @Nullable String id) {
    SyncDecisions decisions =
        SyncPolicy.builder()
            .defaultLedgerAccount(id)
            .defaultPurchaseLedgerAccount(id)
            .defaultIncomeCategory(id)
            .build()
            .decisions();
    Mapping expected =
        id == null ? new Mapping.None(Reason.ACCOUNT_NOT_SET) : new Mapping.To(id, true);

    assertThat(decisions.ledgerAccount()).isEqualTo(expected);
    assertThat(decisions.purchaseLedgerAccount()).isEqualTo(expected);
    assertThat(decisions.incomeCategory()).isEqualTo(expected);
  }

  @Property
  void productsAndStock_flowAsSwitched(@ForAll boolean products, @ForAll boolean stock) {
    SyncDecisions decisions =
        SyncPolicy.builder().syncProducts(products || stock).syncStock(stock).build().decisions();

    assertThat(decisions.products().flows()).isEqualTo(products || stock);
    assertThat(decisions.stock().flows()).isEqualTo(stock);
  }

  @Property
  void policy_anyJsonRoundTrip_isTheSamePolicy(@ForAll("policies") SyncPolicy policy) {
    assertThat(SyncPolicy.fromJson(policy.toJson())).isEqualTo(policy);
  }

  private static boolean matches(Set<String> filter, String code) {
    return filter.isEmpty() || filter.contains(code);
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of(CODES);
  }

  @Provide
  Arbitrary<String> choices() {
    return codes().injectNull(0.3);
  }

  @Provide
  Arbitrary<Map<String, BankAccountChoice>> methods() {
    return Arbitraries.maps(codes(), choices().map(BankAccountChoice::new));
  }

  @Provide
  Arbitrary<SyncPolicy> policies() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(
            flag, flag, codes().set(), codes().set(), instants().injectNull(0.5), methods())
        .as(
            (unpaid, zero, websites, stores, since, methods) -> {
              PolicyBuilder builder =
                  SyncPolicy.builder()
                      .syncUnpaidInvoices(unpaid)
                      .syncZeroValueInvoices(zero)
                      .websiteFilter(websites)
                      .storeFilter(stores)
                      .syncSince(since);
              methods.forEach(builder::paymentMethod);
              return builder.build();
            });
  }

  @Provide
  Arbitrary<SourceInvoice> invoices() {
    return Combinators.combine(
            instants(),
            Arbitraries.of("0", "0.00", "-1", "12.50").map(BigDecimal::new),
            Arbitraries.of(true, false),
            codes(),
            codes())
        .as(SourceInvoice::new);
  }

  private static Arbitrary<Instant> instants() {
    return Arbitraries.integers().between(-2, 2).map(day -> LINE.plus(Duration.ofDays(day)));
  }
}
