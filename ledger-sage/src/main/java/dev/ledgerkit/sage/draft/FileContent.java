package dev.ledgerkit.sage.draft;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.ledgerkit.core.ConfigurationException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The bytes of a file to attach; they travel in base64.
 *
 * <p>Immutable, so safe for use by many threads. {@code toString} tells the size only.
 *
 * @since 0.1
 */
public final class FileContent {
  /** The largest file Sage takes, in bytes. */
  public static final int MAX_BYTES = 2_621_440;

  private final byte[] bytes;

  private FileContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The content of a file; {@code bytes} are copied.
   *
   * @throws ConfigurationException if there are none, or more than {@link #MAX_BYTES}
   */
  public static FileContent of(byte[] bytes) {
    if (bytes.length == 0 || bytes.length > MAX_BYTES) {
      throw new ConfigurationException(
          "A file of %d bytes is refused: Sage takes 1 to %d.".formatted(bytes.length, MAX_BYTES));
    }
    return new FileContent(bytes.clone());
  }

  /** How many bytes there are. */
  public int size() {
    return bytes.length;
  }

  /** As it is sent. */
  @JsonValue
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FileContent that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "FileContent[" + bytes.length + " bytes]";
  }
}
