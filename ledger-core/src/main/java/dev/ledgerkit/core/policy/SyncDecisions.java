package dev.ledgerkit.core.policy;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says about one event. Pure: the same question has the same answer, without I/O and
 * without a clock. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class SyncDecisions {
  private final SyncPolicy policy;

  SyncDecisions(SyncPolicy policy) {
    this.policy = policy;
  }

  /**
   * Whether an invoice flows. The first rule that keeps it back gives the reason: the date, the
   * website, the store, the value, the payment.
   */
  public Decision invoice(SourceInvoice invoice) {
    Instant since = policy.syncSince();
    if (since != null && invoice.createdAt().isBefore(since)) {
      return Decision.skip(Reason.OUTSIDE_SYNC_SINCE);
    }
    if (!policy.websiteFilter().isEmpty() && !policy.websiteFilter().contains(invoice.website())) {
      return Decision.skip(Reason.OUTSIDE_WEBSITE_FILTER);
    }
    if (!policy.storeFilter().isEmpty() && !policy.storeFilter().contains(invoice.store())) {
      return Decision.skip(Reason.OUTSIDE_STORE_FILTER);
    }
    if (!policy.syncZeroValueInvoices() && invoice.total().signum() == 0) {
      return Decision.skip(Reason.ZERO_VALUE_INVOICE);
    }
    if (!policy.syncUnpaidInvoices() && !invoice.paid()) {
      return Decision.skip(Reason.UNPAID_INVOICE);
    }
    return Decision.FLOWS;
  }

  /** Whether products flow. */
  public Decision products() {
    return policy.syncProducts() ? Decision.FLOWS : Decision.skip(Reason.PRODUCTS_NOT_SYNCED);
  }

  /** Whether stock levels flow. */
  public Decision stock() {
    return policy.syncStock() ? Decision.FLOWS : Decision.skip(Reason.STOCK_NOT_SYNCED);
  }

  /** The tax rate of a line, by the percentage the source charged. */
  public Mapping taxRate(BigDecimal percentage) {
    return mapped(
        policy.taxRates().get(Percentage.canonical(percentage)),
        policy.defaultTaxRate(),
        Reason.TAX_RATE_NOT_MAPPED);
  }

  /** The account a line of a sale is booked to. */
  public Mapping ledgerAccount() {
    return mapped(null, policy.defaultLedgerAccount(), Reason.ACCOUNT_NOT_SET);
  }

  /** The account the purchase of a product is booked to. */
  public Mapping purchaseLedgerAccount() {
    return mapped(null, policy.defaultPurchaseLedgerAccount(), Reason.ACCOUNT_NOT_SET);
  }

  /** The category a line of a sale is booked to, at providers that have such. */
  public Mapping incomeCategory() {
    return mapped(null, policy.defaultIncomeCategory(), Reason.ACCOUNT_NOT_SET);
  }

  /** What a line is about, by the source's type of product; composite types are nothing. */
  public Mapping itemType(String productType) {
    return mapped(policy.itemTypes().get(productType), null, Reason.PRODUCT_TYPE_NOT_SUPPORTED);
  }

  /**
   * The bank account that what was paid by a method goes to. A method that is mapped goes where it
   * is mapped to, which may be nowhere; only one that is not mapped takes the default.
   */
  public Mapping bankAccount(String paymentMethod) {
    BankAccountChoice choice = policy.paymentMethods().get(paymentMethod);
    if (choice != null && choice.bankAccount() == null) {
      return new Mapping.None(Reason.PAYMENT_METHOD_LEFT_UNPAID);
    }
    return mapped(
        choice == null ? null : choice.bankAccount(),
        policy.defaultBankAccount(),
        Reason.PAYMENT_METHOD_NOT_MAPPED);
  }

  private static Mapping mapped(
      @Nullable String mapped, @Nullable String byDefault, Reason otherwise) {
    if (mapped != null) {
      return new Mapping.To(mapped, false);
    }
    return byDefault != null ? new Mapping.To(byDefault, true) : new Mapping.None(otherwise);
  }
}
