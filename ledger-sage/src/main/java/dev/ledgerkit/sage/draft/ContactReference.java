package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.ConfigurationException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * References of contacts, which hold 10 characters at Sage.
 *
 * <p>Stateless, so safe for use by many threads.
 *
 * <p>Note: the reference of a deleted contact stays taken. Whoever deletes and creates anew derives
 * it from another text.
 *
 * @since 0.1
 */
public final class ContactReference {
  /** How many characters Sage takes. */
  public static final int MAX_LENGTH = 10;

  private ContactReference() {}

  /**
   * A reference of at most 10 characters that is always the same for the same text: a text that
   * fits is kept, a longer one is hashed to 10 digits and capital letters (about 51 bits).
   *
   * @throws ConfigurationException if {@code stableText} is blank
   */
  public static String derive(String stableText) {
    String text = stableText.strip();
    if (text.isEmpty()) {
      throw new ConfigurationException(
          "A contact reference cannot be derived from '%s'.".formatted(stableText));
    }
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    byte[] hash = sha256(text);
    String digits =
        new BigInteger(1, Arrays.copyOf(hash, 16)).toString(36).toUpperCase(Locale.ROOT);
    return "0".repeat(Math.max(0, MAX_LENGTH - digits.length()))
        + digits.substring(Math.max(0, digits.length() - MAX_LENGTH));
  }

  static @Nullable String checked(@Nullable String reference) {
    if (reference != null && reference.length() > MAX_LENGTH) {
      throw new ConfigurationException(
          "Contact reference '%s' has %d characters and Sage takes %d; ContactReference.derive gives one that fits."
              .formatted(reference, reference.length(), MAX_LENGTH));
    }
    return reference;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
