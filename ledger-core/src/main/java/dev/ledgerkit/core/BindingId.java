package dev.ledgerkit.core;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The identity of a {@link Binding}: opaque, case-sensitive, safe in a URL, a file name and a log.
 *
 * @param value 1 to 64 characters out of {@code A-Z a-z 0-9 . _ -}, starting with a letter or digit
 * @since 0.1
 */
public record BindingId(String value) {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Checks the form.
   *
   * @throws ConfigurationException naming the value if it does not have it
   */
  public BindingId {
    if (!SAFE.matcher(value).matches()) {
      throw new ConfigurationException(
          "Binding id '%s' is refused: use 1 to 64 letters, digits, '.', '_' or '-', starting with a letter or digit."
              .formatted(value));
    }
  }

  /** A new id of 128 random bits. */
  public static BindingId random() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return new BindingId(HexFormat.of().formatHex(bits));
  }

  @Override
  public String toString() {
    return value;
  }
}
