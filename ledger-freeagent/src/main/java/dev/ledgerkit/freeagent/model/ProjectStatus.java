package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a project stands.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ProjectStatus(@JsonValue String value) {
  /** It goes on. */
  public static final ProjectStatus ACTIVE = new ProjectStatus("Active");

  /** It is done. */
  public static final ProjectStatus COMPLETED = new ProjectStatus("Completed");

  /** It was given up. */
  public static final ProjectStatus CANCELLED = new ProjectStatus("Cancelled");

  /** It is not shown. */
  public static final ProjectStatus HIDDEN = new ProjectStatus("Hidden");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static ProjectStatus of(String value) {
    return new ProjectStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
