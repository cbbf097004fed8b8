package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where an invoice stands.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record InvoiceStatus(@JsonValue String value) {
  /** It is not in the books yet. */
  public static final InvoiceStatus DRAFT = new InvoiceStatus("Draft");

  /** It is sent on its date. */
  public static final InvoiceStatus SCHEDULED_TO_EMAIL = new InvoiceStatus("Scheduled To Email");

  /** It was sent and waits to be paid. */
  public static final InvoiceStatus OPEN = new InvoiceStatus("Open");

  /** It was sent and there is nothing to pay. */
  public static final InvoiceStatus ZERO_VALUE = new InvoiceStatus("Zero Value");

  /** It should have been paid. */
  public static final InvoiceStatus OVERDUE = new InvoiceStatus("Overdue");

  /** It was paid. */
  public static final InvoiceStatus PAID = new InvoiceStatus("Paid");

  /** More than it asks for was paid. */
  public static final InvoiceStatus OVERPAID = new InvoiceStatus("Overpaid");

  /** What was paid was given back. */
  public static final InvoiceStatus REFUNDED = new InvoiceStatus("Refunded");

  /** It will not be paid. */
  public static final InvoiceStatus WRITTEN_OFF = new InvoiceStatus("Written-off");

  /** The rest of it will not be paid. */
  public static final InvoiceStatus PART_WRITTEN_OFF = new InvoiceStatus("Part written-off");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static InvoiceStatus of(String value) {
    return new InvoiceStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
