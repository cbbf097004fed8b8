package dev.ledgerkit.core.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where the money of a payment method arrives.
 *
 * @param bankAccount the id of a bank account; null to leave invoices unpaid on purpose
 * @since 0.1
 */
public record BankAccountChoice(@Nullable String bankAccount) {
  /** Leaves invoices paid by this method unpaid in the books. */
  public static final BankAccountChoice LEAVE_UNPAID = new BankAccountChoice(null);
}
