package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Refuses what Sage has no room for, naming it. */
final class Fits {
  /** Of a text that does not fit, enough to recognise it. */
  private static final int SHOWN = 40;

  private Fits() {}

  static @Nullable String text(String field, @Nullable String value, int most) {
    int length = value == null ? 0 : value.codePointCount(0, value.length());
    if (value != null && length > most) {
      throw new ConfigurationException(
          "%s '%s' has %d characters and Sage takes %d; shorten it."
              .formatted(field, beginning(value, length), length, most));
    }
    return value;
  }

  static @Nullable Integer number(String field, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new ConfigurationException(
          "%s %d is refused: Sage takes %d to %d.".formatted(field, value, least, most));
    }
    return value;
  }

  private static String beginning(String value, int length) {
    return length <= SHOWN ? value : value.substring(0, value.offsetByCodePoints(0, SHOWN)) + "…";
  }
}
