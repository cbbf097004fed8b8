package dev.ledgerkit.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must not be printed: a token, a client secret, a code, a PKCE verifier.
 *
 * <p>{@link #reveal()} is the only way out, so every place that can leak is found by searching for
 * that word. {@code toString} is always {@code ***}, {@code equals} takes time independent of where
 * two values differ, and the class is not serializable. Immutable, so safe for use by many threads.
 *
 * @since 0.1
 */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /**
   * Wraps a secret value.
   *
   * @throws ConfigurationException if {@code value} is blank; the message never holds the value
   */
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new ConfigurationException("A secret is blank; pass the value the provider issued.");
    }
    return new Secret(value);
  }

  /**
   * The value itself. Call this where the value goes on the wire or under encryption, nowhere else.
   */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), that.value.getBytes(StandardCharsets.UTF_8));
  }

  /** Constant: a hash of the value would be a fingerprint of it. */
  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return "***";
  }
}
