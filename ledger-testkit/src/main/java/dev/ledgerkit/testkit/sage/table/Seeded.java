package dev.ledgerkit.testkit.sage.table;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Rows that exist by number only until somebody looks at them, so that a hundred thousand cost
 * nothing.
 *
 * <p>The number is the end of the id. {@code row} must give an equal row each time it is asked.
 *
 * @since 0.1
 */
public record Seeded(int count, String prefix, IntFunction<Row> row) {
  private static final int DIGITS = 8;

  /** No rows at all. */
  static Seeded none() {
    return new Seeded(
        0,
        "",
        i -> {
          throw new IndexOutOfBoundsException(i);
        });
  }

  /** The part of an id that a business's seeded rows of one resource share. */
  public static String prefix(String businessId, String path) {
    return Book.hash(businessId + "/seeded/" + path).substring(0, 32 - DIGITS);
  }

  public static String id(String prefix, int index) {
    return prefix + HexFormat.of().toHexDigits(index);
  }

  Optional<Integer> index(String id) {
    if (count == 0 || id.length() != prefix.length() + DIGITS || !id.startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      int index = HexFormat.fromHexDigits(id, prefix.length(), id.length());
      return index >= 0 && index < count && id.equals(id(prefix, index))
          ? Optional.of(index)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
