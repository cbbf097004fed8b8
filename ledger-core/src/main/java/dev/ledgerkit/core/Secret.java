package dev.ledgerkit.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that must not be printed: a token, a client secret, a code, a PKCE verifier.
 *
 * <p>{@link #reveal()} and {@link #revealTo} are the only ways out, so every place that can leak is
 * found by searching for that word. {@code toString} is always {@code ***}, {@code equals} takes
 * time independent of where two values differ, and the class is not serializable. Immutable, so
 * safe for use by many threads.
 *
 * <p>Note: what is kept is UTF-8. It becomes a text when {@link #reveal()} first asks for one, so a
 * token that is only moved from one vault record to another never does.
 *
 * @since 0.1
 */
public final class Secret {
  private final byte[] bytes;
  private final int from;
  private final int length;

  /** Made when first asked for; two threads that ask at once make the same. */
  private @Nullable String text;

  private Secret(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  /**
   * Wraps a secret value.
   *
   * @throws ConfigurationException if {@code value} is blank, or null as an environment variable
   *     that is not set; the message never holds the value
   */
  public static Secret of(@Nullable String value) {
    if (value == null || value.isBlank()) {
      throw blank();
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return new Secret(bytes, 0, bytes.length);
  }

  /**
   * Wraps a secret value that lies in {@code bytes} as UTF-8. They are not copied: whoever hands
   * them over must not write into them any more.
   *
   * @param from where the value begins
   * @param length how many bytes it has
   * @throws ConfigurationException if there is nothing but spaces; the message never holds the
   *     value
   */
  public static Secret ofUtf8(byte[] bytes, int from, int length) {
    Objects.checkFromIndexSize(from, length, bytes.length);
    for (int i = from; i < from + length; i++) {
      if (bytes[i] != ' ') {
        return new Secret(bytes, from, length);
      }
    }
    throw blank();
  }

  /**
   * The value itself. Call this where the value goes on the wire or under encryption, nowhere else.
   */
  public String reveal() {
    String known = text;
    if (known == null) {
      known = new String(bytes, from, length, StandardCharsets.UTF_8);
      text = known;
    }
    return known;
  }

  /** Puts the value into {@code out} as UTF-8; the same care as with {@link #reveal()} is due. */
  public void revealTo(ByteBuffer out) {
    out.put(bytes, from, length);
  }

  /** How many bytes {@link #revealTo} puts. */
  public int utf8Length() {
    return length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(copy(), that.copy());
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

  private byte[] copy() {
    byte[] whole = new byte[length];
    System.arraycopy(bytes, from, whole, 0, length);
    return whole;
  }

  private static ConfigurationException blank() {
    return new ConfigurationException("A secret is blank; pass the value the provider issued.");
  }
}
