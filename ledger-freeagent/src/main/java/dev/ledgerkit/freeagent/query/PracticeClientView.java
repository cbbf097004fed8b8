package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which clients a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record PracticeClientView(@JsonValue String value) {
  /** All; FreeAgent's default. */
  public static final PracticeClientView ALL = new PracticeClientView("all");

  /** Active ones. */
  public static final PracticeClientView ACTIVE = new PracticeClientView("active");

  /** Inactive ones. */
  public static final PracticeClientView INACTIVE = new PracticeClientView("inactive");

  /** Closed ones. */
  public static final PracticeClientView CLOSED = new PracticeClientView("closed");

  /** The practice itself. */
  public static final PracticeClientView PRACTICE = new PracticeClientView("practice");

  /** Linked ones. */
  public static final PracticeClientView LINKED = new PracticeClientView("linked");

  /** Those for trying. */
  public static final PracticeClientView DEMO = new PracticeClientView("demo");

  /** Those the practice works with together. */
  public static final PracticeClientView COPILOT = new PracticeClientView("copilot");

  @Override
  public String toString() {
    return value;
  }
}
