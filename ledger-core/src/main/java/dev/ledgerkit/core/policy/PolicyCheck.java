package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a policy's choices against what the provider offers. */
final class PolicyCheck {
  private final ReferenceData reference;

  PolicyCheck(ReferenceData reference) {
    this.reference = reference;
  }

  /** One choice of a policy. */
  private record Choice(String field, ReferenceKind kind, String id) {}

  List<Problem> problems(SyncPolicy policy) {
    List<Problem> problems = new ArrayList<>();
    for (Choice choice : choices(policy)) {
      String why = whyNot(choice);
      if (why != null) {
        problems.add(
            new Problem(
                choice.field(),
                PolicyRefusedException.NOT_IN_REFERENCE,
                "'%s' %s".formatted(choice.id(), why)));
      }
    }
    if (policy.syncProducts()
        && policy.defaultPurchaseLedgerAccount() == null
        && reference.has(ReferenceKind.PURCHASE_LEDGER_ACCOUNTS)) {
      problems.add(
          new Problem(
              PolicyField.DEFAULT_PURCHASE_LEDGER_ACCOUNT.wire(),
              PolicyRefusedException.REQUIRED,
              "products cannot flow without it"));
    }
    return problems;
  }

  List<SyncPolicy.MissingEntry> missing(SyncPolicy policy) {
    return choices(policy).stream()
        .filter(choice -> found(choice).isEmpty())
        .map(choice -> new SyncPolicy.MissingEntry(choice.field(), choice.kind(), choice.id()))
        .toList();
  }

  private @Nullable String whyNot(Choice choice) {
    if (!reference.has(choice.kind())) {
      return "cannot be chosen: the provider has no list " + choice.kind();
    }
    Optional<ReferenceItem> item = found(choice);
    if (item.isEmpty()) {
      return "is not in the list " + choice.kind() + "; refresh it, or choose another";
    }
    return item.get().active() ? null : "is inactive; choose another";
  }

  private Optional<ReferenceItem> found(Choice choice) {
    return reference.has(choice.kind())
        ? reference.item(choice.kind(), choice.id())
        : Optional.empty();
  }

  private List<Choice> choices(SyncPolicy policy) {
    List<Choice> all = new ArrayList<>();
    add(all, PolicyField.DEFAULT_TAX_RATE, ReferenceKind.TAX_RATES, policy.defaultTaxRate());
    add(
        all,
        PolicyField.DEFAULT_LEDGER_ACCOUNT,
        ReferenceKind.LEDGER_ACCOUNTS,
        policy.defaultLedgerAccount());
    add(
        all,
        PolicyField.DEFAULT_PURCHASE_LEDGER_ACCOUNT,
        ReferenceKind.PURCHASE_LEDGER_ACCOUNTS,
        policy.defaultPurchaseLedgerAccount());
    add(
        all,
        PolicyField.DEFAULT_INCOME_CATEGORY,
        ReferenceKind.INCOME_CATEGORIES,
        policy.defaultIncomeCategory());
    add(
        all,
        PolicyField.DEFAULT_BANK_ACCOUNT,
        ReferenceKind.BANK_ACCOUNTS,
        policy.defaultBankAccount());
    policy
        .taxRates()
        .forEach(
            (percentage, rate) ->
                all.add(
                    new Choice(
                        PolicyField.TAX_RATE_MAP.of(percentage.toPlainString()),
                        ReferenceKind.TAX_RATES,
                        rate)));
    policy
        .paymentMethods()
        .forEach(
            (code, choice) -> {
              String account = choice.bankAccount();
              if (account != null) {
                all.add(
                    new Choice(
                        PolicyField.PAYMENT_METHOD_MAP.of(code),
                        ReferenceKind.BANK_ACCOUNTS,
                        account));
              }
            });
    addItemTypes(all, policy);
    return all;
  }

  /** Those that come unset mean nothing to a provider without item types. */
  private void addItemTypes(List<Choice> all, SyncPolicy policy) {
    policy
        .itemTypes()
        .forEach(
            (product, type) -> {
              boolean unset = type.equals(SyncPolicy.ITEM_TYPES.get(product));
              if (!unset || reference.has(ReferenceKind.ITEM_TYPES)) {
                all.add(
                    new Choice(
                        PolicyField.ITEM_TYPE_MAP.of(product), ReferenceKind.ITEM_TYPES, type));
              }
            });
  }

  private static void add(
      List<Choice> all, PolicyField field, ReferenceKind kind, @Nullable String id) {
    if (id != null) {
      all.add(new Choice(field.wire(), kind, id));
    }
  }
}
