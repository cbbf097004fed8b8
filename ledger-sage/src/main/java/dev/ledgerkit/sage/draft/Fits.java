package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Refuses what Sage has no room for, naming it. */
final class Fits {
  private Fits() {}

  static @Nullable String text(String field, @Nullable String value, int most) {
    int length = value == null ? 0 : value.codePointCount(0, value.length());
    if (length > most) {
      throw new ConfigurationException(
          "%s '%s' has %d characters and Sage takes %d; shorten it."
              .formatted(field, value, length, most));
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
}
