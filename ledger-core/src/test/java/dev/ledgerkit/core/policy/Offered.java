package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reference data of two made-up providers: one keeps accounts, the other categories. */
final class Offered {
  static final ReferenceData ACCOUNTS =
      data(
          Map.of(
              ReferenceKind.TAX_RATES, items("STANDARD", "REDUCED"),
              ReferenceKind.LEDGER_ACCOUNTS, items("4000"),
              ReferenceKind.PURCHASE_LEDGER_ACCOUNTS, items("5000"),
              ReferenceKind.BANK_ACCOUNTS, bankAccounts()));
  static final ReferenceData CATEGORIES =
      data(
          Map.of(
              ReferenceKind.INCOME_CATEGORIES, items("https://books.example/categories/001"),
              ReferenceKind.ITEM_TYPES, items("Products", "Services"),
              ReferenceKind.BANK_ACCOUNTS, bankAccounts()));

  private Offered() {}

  static ReferenceData data(Map<ReferenceKind, List<ReferenceItem>> lists) {
    return new ReferenceData(new BindingId("shop"), lists, Instant.EPOCH);
  }

  static List<ReferenceItem> items(String... ids) {
    return Arrays.stream(ids).map(id -> new ReferenceItem(id, "The " + id, "", true)).toList();
  }

  private static List<ReferenceItem> bankAccounts() {
    return List.of(
        new ReferenceItem("CURRENT", "Current account", "GBP", true),
        new ReferenceItem("TILL", "Till", "GBP", true),
        new ReferenceItem("CLOSED", "Old account", "GBP", false));
  }
}
