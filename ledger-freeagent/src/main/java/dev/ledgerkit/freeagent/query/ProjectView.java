package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which projects a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ProjectView(@JsonValue String value) {
  /** Active ones. */
  public static final ProjectView ACTIVE = new ProjectView("active");

  /** Completed ones. */
  public static final ProjectView COMPLETED = new ProjectView("completed");

  /** Cancelled ones. */
  public static final ProjectView CANCELLED = new ProjectView("cancelled");

  /** Hidden ones. */
  public static final ProjectView HIDDEN = new ProjectView("hidden");

  @Override
  public String toString() {
    return value;
  }
}
