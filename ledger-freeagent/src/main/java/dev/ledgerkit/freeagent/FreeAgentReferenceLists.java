package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankAccountStatus;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.CategoryTree;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.model.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lists a settings page needs. An id is what a draft takes: a URL, or the name of a type. */
final class FreeAgentReferenceLists {
  static final List<ReferenceList> ALL =
      List.of(
          new ReferenceList(
              ReferenceKind.INCOME_CATEGORIES,
              (api, binding) -> incomeCategories(FreeAgentProvider.calls(api, binding))),
          new ReferenceList(
              ReferenceKind.BANK_ACCOUNTS,
              (api, binding) -> bankAccounts(FreeAgentProvider.calls(api, binding))),
          // A payment is booked on a bank account, so those are what payment methods point at.
          new ReferenceList(
              ReferenceKind.PAYMENT_METHODS,
              (api, binding) -> bankAccounts(FreeAgentProvider.calls(api, binding))),
          new ReferenceList(
              ReferenceKind.ITEM_TYPES, (api, binding) -> Paged.of(cursor -> itemTypes())));

  private FreeAgentReferenceLists() {}

  private static Paged<ReferenceItem> incomeCategories(BindingCalls calls) {
    return Paged.of(
        cursor -> {
          CategoryTree tree =
              calls.send(
                  ApiRequest.get("/categories").build(),
                  body -> FreeAgentJson.WIRE.read(body, CategoryTree.class));
          return whole(tree.income().stream().map(FreeAgentReferenceLists::category).toList());
        });
  }

  private static Paged<ReferenceItem> bankAccounts(BindingCalls calls) {
    return new ListReader<>(
            calls, ResourceSpec.of("bank_accounts", "bank_account", BankAccount.class))
        .list(FreeAgentJson.WIRE.object(), FreeAgentReferenceLists::bankAccount);
  }

  private static Page<ReferenceItem> itemTypes() {
    return whole(
        ItemType.ALL.stream()
            .map(type -> new ReferenceItem(type.value(), type.value(), "", true))
            .toList());
  }

  private static Page<ReferenceItem> whole(List<ReferenceItem> items) {
    return new Page<>(items, null, items.size(), List.of());
  }

  private static ReferenceItem category(Category category) {
    String code = category.nominalCode();
    return new ReferenceItem(
        category.url().toString(),
        label(category.description(), category.url()),
        code == null ? "" : code,
        true,
        facts(FreeAgentReferenceData.NOMINAL_CODE, code));
  }

  private static ReferenceItem bankAccount(BankAccount account) {
    String type = account.type() == null ? null : account.type().value();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.putAll(facts(FreeAgentReferenceData.CURRENCY, account.currency()));
    facts.putAll(facts(FreeAgentReferenceData.TYPE, type));
    return new ReferenceItem(
        account.url().toString(),
        label(account.name(), account.url()),
        Stream.of(account.currency(), type)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        !BankAccountStatus.HIDDEN.equals(account.status()),
        facts);
  }

  private static String label(@Nullable String name, Ref<?> otherwise) {
    return name == null ? otherwise.toString() : name;
  }

  private static Map<String, String> facts(String name, @Nullable String value) {
    return value == null ? Map.of() : Map.of(name, value);
  }
}
