package dev.ledgerkit.core.stream;

/**
 * What a stream is about; a replication takes whole groups.
 *
 * @since 0.1
 */
public enum StreamGroup {
  /** Accounts, ledgers, documents and what was paid. */
  FINANCIAL,
  /** Products, stock and prices. */
  INVENTORY,
  /** Customers and suppliers, and how they are billed. */
  CUSTOMER
}
