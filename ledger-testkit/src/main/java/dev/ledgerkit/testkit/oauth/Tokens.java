package dev.ledgerkit.testkit.oauth;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Unguessable values behind a prefix a log can be searched for.
 *
 * @param realisticLength whether tokens are about 1300 characters long, as JWTs are
 * @since 0.1
 */
public record Tokens(boolean realisticLength) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SHORT = 42;
  private static final int LONG = 960;

  String access() {
    return "sim-at-" + random(realisticLength ? LONG : SHORT);
  }

  String refresh() {
    return "sim-rt-" + random(realisticLength ? LONG : SHORT);
  }

  String code() {
    return "sim-code-" + random(SHORT);
  }

  /** So many random bytes in the alphabet of URLs. */
  public static String random(int bytes) {
    byte[] raw = new byte[bytes];
    RANDOM.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
