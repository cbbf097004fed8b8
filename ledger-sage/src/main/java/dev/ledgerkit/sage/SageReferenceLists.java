package dev.ledgerkit.sage;

import dev.ledgerkit.core.client.CreateGates;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.sage.model.AccountArea;
import dev.ledgerkit.sage.model.BankAccount;
import dev.ledgerkit.sage.model.LedgerAccount;
import dev.ledgerkit.sage.model.PaymentMethod;
import dev.ledgerkit.sage.model.Reference;
import dev.ledgerkit.sage.model.TaxRate;
import dev.ledgerkit.sage.query.BankAccountQuery;
import dev.ledgerkit.sage.query.LedgerAccountQuery;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.PlainQuery;
import dev.ledgerkit.sage.query.TaxRateQuery;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists a settings page needs, each read with no more attributes than it shows. */
final class SageReferenceLists {
  private SageReferenceLists() {}

  static List<ReferenceList> all(CreateGates gates) {
    return List.of(
        list(
            gates,
            ReferenceKind.TAX_RATES,
            ResourceSpec.readOnly("/tax_rates", TaxRate.class),
            TaxRateQuery.builder().attributes(List.of("name", "percentage", "is_visible")).build(),
            SageReferenceLists::taxRate),
        list(
            gates,
            ReferenceKind.LEDGER_ACCOUNTS,
            ResourceSpec.readOnly("/ledger_accounts", LedgerAccount.class),
            accounts(AccountArea.SALES),
            SageReferenceLists::ledgerAccount),
        list(
            gates,
            ReferenceKind.PURCHASE_LEDGER_ACCOUNTS,
            ResourceSpec.readOnly("/ledger_accounts", LedgerAccount.class),
            accounts(AccountArea.EXPENSES),
            SageReferenceLists::ledgerAccount),
        list(
            gates,
            ReferenceKind.BANK_ACCOUNTS,
            ResourceSpec.readOnly("/bank_accounts", BankAccount.class),
            BankAccountQuery.builder()
                .attributes(List.of("currency", "bank_account_type", "is_active"))
                .build(),
            SageReferenceLists::bankAccount),
        list(
            gates,
            ReferenceKind.PAYMENT_METHODS,
            ResourceSpec.readOnly("/payment_methods", PaymentMethod.class),
            PlainQuery.builder().build(),
            SageReferenceLists::paymentMethod));
  }

  private static <T> ReferenceList list(
      CreateGates gates,
      ReferenceKind kind,
      ResourceSpec<T> spec,
      ListQuery query,
      Function<T, ReferenceItem> map) {
    return new ReferenceList(
        kind,
        (api, binding) ->
            new ListReader<>(
                    new SageCalls(api, binding, gates, binding.value(), SageSpelling.SPECIFICATION),
                    spec)
                .list(query, map));
  }

  private static LedgerAccountQuery accounts(AccountArea area) {
    return LedgerAccountQuery.builder()
        .visibleIn(area)
        .attributes(List.of("display_name", "nominal_code"))
        .build();
  }

  private static ReferenceItem taxRate(TaxRate rate) {
    BigDecimal percentage = rate.percentage();
    return item(
        rate.id(),
        rate.displayedAs(),
        percentage == null ? "" : percentage.stripTrailingZeros().toPlainString() + "%",
        !Boolean.FALSE.equals(rate.isVisible()),
        facts(SageReferenceData.PERCENTAGE, percentage));
  }

  private static ReferenceItem ledgerAccount(LedgerAccount account) {
    Integer code = account.nominalCode();
    return item(
        account.id(),
        account.displayedAs(),
        code == null ? "" : code.toString(),
        true,
        facts(SageReferenceData.NOMINAL_CODE, code));
  }

  private static ReferenceItem bankAccount(BankAccount account) {
    String currency = id(account.currency());
    String type = id(account.bankAccountType());
    return item(
        account.id(),
        account.displayedAs(),
        Stream.of(currency, type).filter(Objects::nonNull).collect(Collectors.joining(" ")),
        !Boolean.FALSE.equals(account.isActive()),
        facts(SageReferenceData.CURRENCY, currency, SageReferenceData.BANK_ACCOUNT_TYPE, type));
  }

  private static ReferenceItem paymentMethod(PaymentMethod method) {
    return item(method.id(), method.displayedAs(), "", true, Map.of());
  }

  private static @Nullable String id(@Nullable Reference reference) {
    return reference == null ? null : reference.id();
  }

  private static Map<String, String> facts(String name, @Nullable Object value) {
    return value == null ? Map.of() : Map.of(name, value.toString());
  }

  private static Map<String, String> facts(
      String first, @Nullable Object firstValue, String second, @Nullable Object secondValue) {
    Map<String, String> both = new HashMap<>(facts(first, firstValue));
    both.putAll(facts(second, secondValue));
    return both;
  }

  private static ReferenceItem item(
      String id, @Nullable String label, String detail, boolean active, Map<String, String> facts) {
    return new ReferenceItem(id, label == null ? id : label, detail, active, facts);
  }
}
