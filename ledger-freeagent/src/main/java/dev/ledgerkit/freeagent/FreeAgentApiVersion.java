package dev.ledgerkit.freeagent;

import java.time.LocalDate;

/**
 * The dated version of the API that calls ask for; FreeAgent takes the newest on or before that
 * day.
 *
 * <p>Ledger always asks for one, so that nothing changes on the day FreeAgent changes its default.
 * Immutable, so safe for use by many threads.
 *
 * @param date the day
 * @since 0.1
 */
public record FreeAgentApiVersion(LocalDate date) {
  /** An explanation has one attachment; FreeAgent's default until 30 November 2026. */
  public static final FreeAgentApiVersion ONE_ATTACHMENT =
      new FreeAgentApiVersion(LocalDate.of(2026, 8, 31));

  /** An explanation has up to 50 attachments; FreeAgent's default from 1 December 2026. */
  public static final FreeAgentApiVersion MANY_ATTACHMENTS =
      new FreeAgentApiVersion(LocalDate.of(2026, 9, 1));

  /** Whether explanations carry a list of attachments. */
  public boolean listsAttachments() {
    return !date.isBefore(MANY_ATTACHMENTS.date());
  }

  /** As the header says it. */
  @Override
  public String toString() {
    return date.toString();
  }
}
