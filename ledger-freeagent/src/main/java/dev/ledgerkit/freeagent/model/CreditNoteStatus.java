package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a credit note stands.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record CreditNoteStatus(@JsonValue String value) {
  /** It is not in the books yet. */
  public static final CreditNoteStatus DRAFT = new CreditNoteStatus("Draft");

  /** It was sent and is not used up. */
  public static final CreditNoteStatus OPEN = new CreditNoteStatus("Open");

  /** It should have been refunded. */
  public static final CreditNoteStatus OVERDUE = new CreditNoteStatus("Overdue");

  /** It was refunded, or set against invoices. */
  public static final CreditNoteStatus REFUNDED = new CreditNoteStatus("Refunded");

  /** It will not be refunded. */
  public static final CreditNoteStatus WRITTEN_OFF = new CreditNoteStatus("Written-off");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static CreditNoteStatus of(String value) {
    return new CreditNoteStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
