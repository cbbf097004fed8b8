package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which credit notes a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record CreditNoteView(@JsonValue String value) {
  /** All; FreeAgent's default. */
  public static final CreditNoteView ALL = new CreditNoteView("all");

  /** Recent ones, open or overdue. */
  public static final CreditNoteView RECENT_OPEN_OR_OVERDUE =
      new CreditNoteView("recent_open_or_overdue");

  /** Open ones. */
  public static final CreditNoteView OPEN = new CreditNoteView("open");

  /** Overdue ones. */
  public static final CreditNoteView OVERDUE = new CreditNoteView("overdue");

  /** Open or overdue ones. */
  public static final CreditNoteView OPEN_OR_OVERDUE = new CreditNoteView("open_or_overdue");

  /** Drafts. */
  public static final CreditNoteView DRAFT = new CreditNoteView("draft");

  /** Refunded ones. */
  public static final CreditNoteView REFUNDED = new CreditNoteView("refunded");

  /** Those of the last {@code months} months. */
  public static CreditNoteView lastMonths(int months) {
    return new CreditNoteView("last_" + months + "_months");
  }

  @Override
  public String toString() {
    return value;
  }
}
