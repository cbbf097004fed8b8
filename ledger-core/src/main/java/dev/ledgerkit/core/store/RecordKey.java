package dev.ledgerkit.core.store;

import dev.ledgerkit.core.ConfigurationException;
import java.util.regex.Pattern;

/**
 * Where a record lives. Both parts are compared byte by byte, so {@code a} and {@code A} are two
 * records.
 *
 * @param kind what it is, for example {@code binding}: 1 to 32 lower-case letters, digits or dashes
 * @param id which one: 1 to 128 printable ASCII characters without spaces
 * @since 0.1
 */
public record RecordKey(String kind, String id) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern ID = Pattern.compile("[!-~]{1,128}");

  /**
   * Checks the form.
   *
   * @throws ConfigurationException naming the part that is refused
   */
  public RecordKey {
    if (!KIND.matcher(kind).matches()) {
      throw new ConfigurationException("Record kind '%s' is refused.".formatted(kind));
    }
    if (!ID.matcher(id).matches()) {
      throw new ConfigurationException("Record id '%s' is refused.".formatted(id));
    }
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
