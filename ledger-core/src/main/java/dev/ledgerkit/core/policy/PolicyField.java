package dev.ledgerkit.core.policy;

import java.util.Locale;

/** The fields of a policy by the names a settings form has for them. */
enum PolicyField {
  VERSION,
  SYNC_UNPAID_INVOICES,
  SYNC_ZERO_VALUE_INVOICES,
  SYNC_SINCE,
  WEBSITE_FILTER,
  STORE_FILTER,
  SYNC_PRODUCTS,
  SYNC_STOCK,
  DEFAULT_TAX_RATE,
  DEFAULT_LEDGER_ACCOUNT,
  DEFAULT_PURCHASE_LEDGER_ACCOUNT,
  DEFAULT_INCOME_CATEGORY,
  DEFAULT_PAYMENT_TERMS_IN_DAYS,
  DEFAULT_BANK_ACCOUNT,
  TAX_RATE_MAP,
  PAYMENT_METHOD_MAP,
  ITEM_TYPE_MAP;

  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An entry of a map. */
  String of(String key) {
    return wire() + "[" + key + "]";
  }
}
