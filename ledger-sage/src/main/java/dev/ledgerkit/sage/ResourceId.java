package dev.ledgerkit.sage;

import dev.ledgerkit.core.ConfigurationException;
import java.util.regex.Pattern;

/** What may stand in a path as an id: hex digits or a mnemonic such as {@code CA-QC}. */
final class ResourceId {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private ResourceId() {}

  static String checked(String id) {
    if (!FORM.matcher(id).matches()) {
      throw new ConfigurationException(
          "'%s' is not an id of Sage; pass the id() of a record it answered.".formatted(id));
    }
    return id;
  }

  /** An id inside what is sent, named by its place there. */
  static void checked(String id, String where) {
    if (!FORM.matcher(id).matches()) {
      throw new ConfigurationException(
          "'%s' in %s is not an id of Sage; pass the id() of a record it answered."
              .formatted(id, where));
    }
  }
}
