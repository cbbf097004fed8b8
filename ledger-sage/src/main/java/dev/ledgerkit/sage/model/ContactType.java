package dev.ledgerkit.sage.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a contact is to the business.
 *
 * <p>An open set: a value that is not among the constants is kept as it came. Immutable, so safe
 * for use by many threads.
 *
 * @param value in the spelling of Sage
 * @since 0.1
 */
public record ContactType(@JsonValue String value) {
  /** It buys. */
  public static final ContactType CUSTOMER = new ContactType("CUSTOMER");

  /** It sells. */
  public static final ContactType VENDOR = new ContactType("VENDOR");

  /** The value Sage spells so, known or not. */
  @JsonCreator
  public static ContactType of(String value) {
    return new ContactType(value);
  }

  /** Whether an answer's reference, where it has one, is to this one. */
  public boolean is(@Nullable Reference reference) {
    return reference != null && reference.id().equals(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
