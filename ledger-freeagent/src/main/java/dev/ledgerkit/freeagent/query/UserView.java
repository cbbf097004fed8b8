package dev.ledgerkit.freeagent.query;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which users a list shows.
 *
 * <p>An open set, for a view that is not among the constants. Immutable, so safe for use by many
 * threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record UserView(@JsonValue String value) {
  /** All; FreeAgent's default. */
  public static final UserView ALL = new UserView("all");

  /** Those of the company. */
  public static final UserView STAFF = new UserView("staff");

  /** Those of them that are not hidden. */
  public static final UserView ACTIVE_STAFF = new UserView("active_staff");

  /** Accountants. */
  public static final UserView ADVISORS = new UserView("advisors");

  /** Those of them that are not hidden. */
  public static final UserView ACTIVE_ADVISORS = new UserView("active_advisors");

  @Override
  public String toString() {
    return value;
  }
}
