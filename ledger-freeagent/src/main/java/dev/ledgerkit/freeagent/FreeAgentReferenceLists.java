package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.CategoryTree;
import dev.ledgerkit.freeagent.model.ItemType;
import java.util.List;
import java.util.Locale;
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
            calls, ResourceSpec.of("bank_accounts", "bank_account", BankAccountRow.class))
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
    return item(category.url().toString(), category.description(), code == null ? "" : code, true);
  }

  private static ReferenceItem bankAccount(BankAccountRow account) {
    return item(
        account.url() == null ? "" : account.url(),
        account.name(),
        Stream.of(account.currency(), account.type())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" ")),
        !"hidden".equals(String.valueOf(account.status()).toLowerCase(Locale.ROOT)));
  }

  private static ReferenceItem item(
      String id, @Nullable String label, String detail, boolean active) {
    return new ReferenceItem(id, label == null ? id : label, detail, active);
  }

  /** As much of a bank account as a dropdown shows. */
  private record BankAccountRow(
      @Nullable String url,
      @Nullable String name,
      @Nullable String currency,
      @Nullable String type,
      @Nullable String status) {}
}
