package dev.ledgerkit.core.policy;

import java.util.Locale;

/**
 * Why something does not flow, or is left as it is. The code is what a host stores and shows beside
 * the event.
 *
 * @since 0.1
 */
public enum Reason {
  /** The invoice was not paid when it was created, and only paid ones flow. */
  UNPAID_INVOICE,
  /** The invoice is about nothing, and such invoices do not flow. */
  ZERO_VALUE_INVOICE,
  /** It was created before the day from which things flow. */
  OUTSIDE_SYNC_SINCE,
  /** It comes from a website that is not among the chosen ones. */
  OUTSIDE_WEBSITE_FILTER,
  /** It comes from a store that is not among the chosen ones. */
  OUTSIDE_STORE_FILTER,
  /** Products do not flow. */
  PRODUCTS_NOT_SYNCED,
  /** Stock does not flow. */
  STOCK_NOT_SYNCED,
  /** No item type is mapped to this type of product, as for composite ones. */
  PRODUCT_TYPE_NOT_SUPPORTED,
  /** Neither is the percentage mapped nor is there a default tax rate. */
  TAX_RATE_NOT_MAPPED,
  /** There is no default account, or category, to book to. */
  ACCOUNT_NOT_SET,
  /** Neither is the payment method mapped nor is there a default bank account: left unpaid. */
  PAYMENT_METHOD_NOT_MAPPED,
  /** The payment method is mapped to no account on purpose: left unpaid. */
  PAYMENT_METHOD_LEFT_UNPAID;

  /** The machine-readable code, for example {@code zero_value_invoice}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
