package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a payment or allocation is.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of Sage
 * @since 0.1
 */
public record TransactionType(@JsonValue String value) {
  /** A customer paid. */
  public static final TransactionType CUSTOMER_RECEIPT = new TransactionType("CUSTOMER_RECEIPT");

  /** A customer was paid back. */
  public static final TransactionType CUSTOMER_REFUND = new TransactionType("CUSTOMER_REFUND");

  /** A supplier was paid. */
  public static final TransactionType VENDOR_PAYMENT = new TransactionType("VENDOR_PAYMENT");

  /** A supplier paid back. */
  public static final TransactionType VENDOR_REFUND = new TransactionType("VENDOR_REFUND");

  /** Invoices and credits of a customer were settled against each other. */
  public static final TransactionType CUSTOMER_ALLOCATION =
      new TransactionType("CUSTOMER_ALLOCATION");

  /** Invoices and credits of a supplier were settled against each other. */
  public static final TransactionType VENDOR_ALLOCATION = new TransactionType("VENDOR_ALLOCATION");

  /** Money came in that settles no document. */
  public static final TransactionType OTHER_RECEIPT = new TransactionType("OTHER_RECEIPT");

  /** Money went out that settles no document. */
  public static final TransactionType OTHER_PAYMENT = new TransactionType("OTHER_PAYMENT");

  /** Such a receipt was paid back. */
  public static final TransactionType OTHER_RECEIPT_REFUND =
      new TransactionType("OTHER_RECEIPT_REFUND");

  /** The value Sage spells so, known or not. */
  @JsonCreator
  public static TransactionType of(String value) {
    return new TransactionType(value);
  }

  /** Whether an answer's reference, where it has one, is to this one. */
  public boolean is(@Nullable Reference reference) {
    return reference != null && reference.id().equals(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
