package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.freeagent.model.BankAccount;
import dev.ledgerkit.freeagent.model.BankAccountType;
import dev.ledgerkit.freeagent.model.Category;
import dev.ledgerkit.freeagent.model.ItemType;
import dev.ledgerkit.freeagent.model.Ref;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A FreeAgent binding's reference data with the types FreeAgent gives them.
 *
 * <p>A view: immutable, as current as what it was made of, and safe for use by many threads.
 *
 * <pre>{@code
 * FreeAgentReferenceData settings = new FreeAgentReferenceData(ledger.references().get(binding));
 * settings.incomeCategories().forEach(category -> offer(category.ref(), category.name()));
 * }</pre>
 *
 * @param data what the cache answered
 * @since 0.1
 */
public record FreeAgentReferenceData(ReferenceData data) {
  static final String NOMINAL_CODE = "nominal_code";
  static final String CURRENCY = "currency";
  static final String TYPE = "type";

  /**
   * A category that income is booked to.
   *
   * @param nominalCode with its zeros in front; null where FreeAgent gives none
   */
  public record IncomeCategory(Ref<Category> ref, String name, @Nullable String nominalCode) {}

  /**
   * An account that payments are booked to.
   *
   * @param currency its three letters; null where FreeAgent gives none
   * @param type null where FreeAgent gives none
   * @param active whether it is not hidden
   */
  public record PaymentAccount(
      Ref<BankAccount> ref,
      String name,
      @Nullable String currency,
      @Nullable BankAccountType type,
      boolean active) {}

  /** The categories that income is booked to. */
  public List<IncomeCategory> incomeCategories() {
    return data.list(ReferenceKind.INCOME_CATEGORIES).stream()
        .map(
            item ->
                new IncomeCategory(
                    Category.ref(item.id()), item.label(), item.facts().get(NOMINAL_CODE)))
        .toList();
  }

  /** The bank and card accounts. */
  public List<PaymentAccount> bankAccounts() {
    return accounts(ReferenceKind.BANK_ACCOUNTS);
  }

  /** What a payment method can point at: FreeAgent books a payment on an account. */
  public List<PaymentAccount> paymentMethodTargets() {
    return accounts(ReferenceKind.PAYMENT_METHODS);
  }

  /** What a line of an invoice can count. */
  public List<ItemType> itemTypes() {
    return data.list(ReferenceKind.ITEM_TYPES).stream()
        .map(ReferenceItem::id)
        .map(ItemType::of)
        .toList();
  }

  private List<PaymentAccount> accounts(ReferenceKind kind) {
    return data.list(kind).stream()
        .map(
            item -> {
              String type = item.facts().get(TYPE);
              return new PaymentAccount(
                  BankAccount.ref(item.id()),
                  item.label(),
                  item.facts().get(CURRENCY),
                  type == null ? null : BankAccountType.of(type),
                  item.active());
            })
        .toList();
  }
}
