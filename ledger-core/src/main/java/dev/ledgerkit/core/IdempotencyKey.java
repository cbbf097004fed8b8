package dev.ledgerkit.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What makes a create happen once, however often it is sent: the provider answers a repetition with
 * the record of the first, or the client looks for that record before it sends again.
 *
 * <p>Immutable, so safe for use by many threads.
 *
 * <pre>{@code
 * IdempotencyKey.of("invoice:1042");
 * }</pre>
 *
 * <p>Note: name the kind of record too, as above; providers take a key for one kind only, and
 * remember it for days, not years.
 *
 * @param value 32 lower-case hex digits
 * @since 0.1
 */
public record IdempotencyKey(String value) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 16;

  /**
   * Checks the form.
   *
   * @throws ConfigurationException naming the value if it does not have it
   */
  public IdempotencyKey {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new ConfigurationException(
          "Idempotency key '%s' is refused: it must be 32 lower-case hex digits; IdempotencyKey.of makes them of any text."
              .formatted(value));
    }
  }

  /** A key of 128 random bits, for one call and its repetitions. */
  public static IdempotencyKey random() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new IdempotencyKey(HexFormat.of().formatHex(bits));
  }

  /**
   * The key of an event: always the same for the same text, on every node and after a restart.
   *
   * @throws ConfigurationException if {@code stableText} is blank, which would make strangers share
   *     a key
   */
  public static IdempotencyKey of(String stableText) {
    if (stableText.isBlank()) {
      throw new ConfigurationException(
          "An idempotency key cannot be made of '%s'; pass what names the event."
              .formatted(stableText));
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(stableText.getBytes(StandardCharsets.UTF_8));
      return new IdempotencyKey(HexFormat.of().formatHex(hash, 0, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
