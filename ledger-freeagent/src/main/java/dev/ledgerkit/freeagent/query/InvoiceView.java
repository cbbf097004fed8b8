package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which invoices a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record InvoiceView(@JsonValue String value) {
  /** All; FreeAgent's default. */
  public static final InvoiceView ALL = new InvoiceView("all");

  /** Recent ones, open or overdue. */
  public static final InvoiceView RECENT_OPEN_OR_OVERDUE =
      new InvoiceView("recent_open_or_overdue");

  /** Open ones. */
  public static final InvoiceView OPEN = new InvoiceView("open");

  /** Overdue ones. */
  public static final InvoiceView OVERDUE = new InvoiceView("overdue");

  /** Open or overdue ones. */
  public static final InvoiceView OPEN_OR_OVERDUE = new InvoiceView("open_or_overdue");

  /** Drafts. */
  public static final InvoiceView DRAFT = new InvoiceView("draft");

  /** Paid ones. */
  public static final InvoiceView PAID = new InvoiceView("paid");

  /** Those to be sent on their date. */
  public static final InvoiceView SCHEDULED_TO_EMAIL = new InvoiceView("scheduled_to_email");

  /** Those with thank-you e-mails switched on. */
  public static final InvoiceView THANK_YOU_EMAILS = new InvoiceView("thank_you_emails");

  /** Those with reminders switched on. */
  public static final InvoiceView REMINDER_EMAILS = new InvoiceView("reminder_emails");

  /** Those of the last {@code months} months. */
  public static InvoiceView lastMonths(int months) {
    return new InvoiceView("last_" + months + "_months");
  }

  @Override
  public String toString() {
    return value;
  }
}
