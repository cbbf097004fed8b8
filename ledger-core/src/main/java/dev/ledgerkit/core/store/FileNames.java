package dev.ledgerkit.core.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A record's file name: different for different ids on every file system, also those that ignore
 * case, forbid characters or know devices by name.
 */
final class FileNames {
  static final String SUFFIX = ".rec";

  /** Begins every name, for {@code con} and {@code nul} are devices somewhere. */
  private static final String PREFIX = "r-";

  /** Common file systems take 255 bytes. */
  private static final int MOST = 200;

  private FileNames() {}

  /** Lower case, digits, dash and underscore as they are; the rest as %XX; a digest if too long. */
  static String of(String id) {
    StringBuilder name = new StringBuilder(PREFIX);
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_') {
        name.append(c);
      } else {
        name.append('%').append(HexFormat.of().toHexDigits((byte) c));
      }
    }
    return (name.length() <= MOST ? name : PREFIX + "~" + digest(id)) + SUFFIX;
  }

  private static String digest(String id) {
    return HexFormat.of().formatHex(sha256(id));
  }

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256.", e);
    }
  }
}
