package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which bills a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record BillView(@JsonValue String value) {
  /** All; FreeAgent's default. */
  public static final BillView ALL = new BillView("all");

  /** Open ones. */
  public static final BillView OPEN = new BillView("open");

  /** Overdue ones. */
  public static final BillView OVERDUE = new BillView("overdue");

  /** Open or overdue ones. */
  public static final BillView OPEN_OR_OVERDUE = new BillView("open_or_overdue");

  /** Those to be paid. */
  public static final BillView OPEN_OR_OVERDUE_PAYMENTS = new BillView("open_or_overdue_payments");

  /** Those to be refunded. */
  public static final BillView OPEN_OR_OVERDUE_REFUNDS = new BillView("open_or_overdue_refunds");

  /** Paid ones. */
  public static final BillView PAID = new BillView("paid");

  /** Those that come again. */
  public static final BillView RECURRING = new BillView("recurring");

  /** Those paid by hire purchase. */
  public static final BillView HIRE_PURCHASE = new BillView("hire_purchase");

  /** Those of the Construction Industry Scheme. */
  public static final BillView CIS = new BillView("cis");

  @Override
  public String toString() {
    return value;
  }
}
