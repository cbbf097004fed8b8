package dev.ledgerkit.freeagent.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether a contact is shown.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of FreeAgent
 * @since 0.1
 */
public record ContactStatus(@JsonValue String value) {
  /** It is shown. */
  public static final ContactStatus ACTIVE = new ContactStatus("Active");

  /** It is left out of FreeAgent's own lists. */
  public static final ContactStatus HIDDEN = new ContactStatus("Hidden");

  /** The value FreeAgent spells so, known or not. */
  @JsonCreator
  public static ContactStatus of(String value) {
    return new ContactStatus(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
