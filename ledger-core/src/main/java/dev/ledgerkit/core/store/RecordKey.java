package dev.ledgerkit.core.store;

import dev.ledgerkit.core.ConfigurationException;

/**
 * Where a record lives. Both parts are compared byte by byte, so {@code a} and {@code A} are two
 * records.
 *
 * @param kind what it is, for example {@code binding}: 1 to 32 lower-case letters, digits or dashes
 * @param id which one: 1 to 128 printable ASCII characters without spaces
 * @since 0.1
 */
public record RecordKey(String kind, String id) {
  private static final int LONGEST_KIND = 32;
  private static final int LONGEST_ID = 128;

  /**
   * Checks the form.
   *
   * @throws ConfigurationException naming the part that is refused
   */
  public RecordKey {
    if (!isKind(kind)) {
      throw new ConfigurationException("Record kind '%s' is refused.".formatted(kind));
    }
    if (!isId(id)) {
      throw new ConfigurationException("Record id '%s' is refused.".formatted(id));
    }
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }

  // By hand and not by a pattern: a key is made for every read and write, and a pattern took
  // a tenth of the time that sealing a pair does.
  private static boolean isKind(String kind) {
    boolean good = !kind.isEmpty() && kind.length() <= LONGEST_KIND && isLetter(kind.charAt(0));
    for (int i = 1; good && i < kind.length(); i++) {
      char each = kind.charAt(i);
      good = isLetter(each) || (each >= '0' && each <= '9') || each == '-';
    }
    return good;
  }

  private static boolean isLetter(char each) {
    return each >= 'a' && each <= 'z';
  }

  private static boolean isId(String id) {
    boolean good = !id.isEmpty() && id.length() <= LONGEST_ID;
    for (int i = 0; good && i < id.length(); i++) {
      good = id.charAt(i) >= '!' && id.charAt(i) <= '~';
    }
    return good;
  }
}
