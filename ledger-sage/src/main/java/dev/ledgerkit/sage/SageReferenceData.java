package dev.ledgerkit.sage;

import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.reference.ReferenceData;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Sage binding's reference data with the types Sage gives them.
 *
 * <p>A view: immutable, as current as what it was made of, and safe for use by many threads.
 *
 * <pre>{@code
 * SageReferenceData settings = new SageReferenceData(ledger.references().get(binding));
 * settings.taxRates().forEach(rate -> offer(rate.id(), rate.name(), rate.percentage()));
 * }</pre>
 *
 * @param data what the cache answered
 * @since 0.1
 */
public record SageReferenceData(ReferenceData data) {
  static final String PERCENTAGE = "percentage";
  static final String NOMINAL_CODE = "nominal_code";
  static final String CURRENCY = "currency";
  static final String BANK_ACCOUNT_TYPE = "bank_account_type";

  /**
   * A rate of sales tax.
   *
   * @param percentage null where Sage gives none
   * @param visible whether Sage offers it for something new
   */
  public record TaxRateItem(
      String id, String name, @Nullable BigDecimal percentage, boolean visible) {}

  /**
   * An account of the chart.
   *
   * @param nominalCode null where Sage gives none
   */
  public record LedgerAccountItem(String id, String name, @Nullable Integer nominalCode) {}

  /**
   * A bank or cash account.
   *
   * @param currency its three letters; null where Sage gives none
   * @param type for example {@code CHECKING}; null where Sage gives none
   */
  public record BankAccountItem(
      String id, String name, @Nullable String currency, @Nullable String type, boolean active) {}

  /** The rates of sales tax. */
  public List<TaxRateItem> taxRates() {
    return data.list(ReferenceKind.TAX_RATES).stream()
        .map(
            item -> {
              String percentage = item.facts().get(PERCENTAGE);
              return new TaxRateItem(
                  item.id(),
                  item.label(),
                  percentage == null ? null : new BigDecimal(percentage),
                  item.active());
            })
        .toList();
  }

  /** The accounts that what is sold may be booked to. */
  public List<LedgerAccountItem> ledgerAccounts() {
    return accounts(ReferenceKind.LEDGER_ACCOUNTS);
  }

  /** The accounts that what is bought may be booked to. */
  public List<LedgerAccountItem> purchaseLedgerAccounts() {
    return accounts(ReferenceKind.PURCHASE_LEDGER_ACCOUNTS);
  }

  /** The bank and cash accounts. */
  public List<BankAccountItem> bankAccounts() {
    return data.list(ReferenceKind.BANK_ACCOUNTS).stream()
        .map(
            item ->
                new BankAccountItem(
                    item.id(),
                    item.label(),
                    item.facts().get(CURRENCY),
                    item.facts().get(BANK_ACCOUNT_TYPE),
                    item.active()))
        .toList();
  }

  /** Sage's ways to pay, as a dropdown shows them. */
  public List<ReferenceItem> paymentMethods() {
    return data.list(ReferenceKind.PAYMENT_METHODS);
  }

  private List<LedgerAccountItem> accounts(ReferenceKind kind) {
    return data.list(kind).stream()
        .map(
            item -> {
              String code = item.facts().get(NOMINAL_CODE);
              return new LedgerAccountItem(
                  item.id(), item.label(), code == null ? null : Integer.valueOf(code));
            })
        .toList();
  }
}
