package dev.ledgerkit.core.mapping;

import dev.ledgerkit.core.ConfigurationException;

/** What names an entity must be there. */
final class Present {
  private Present() {}

  static void both(String what, String type, String id) {
    if (type.isBlank() || id.isBlank()) {
      throw new ConfigurationException(
          "%s needs a type and an id; '%s' and '%s' were given.".formatted(what, type, id));
    }
  }
}
