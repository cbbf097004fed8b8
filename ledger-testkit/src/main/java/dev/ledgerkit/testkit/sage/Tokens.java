package dev.ledgerkit.testkit.sage;

import java.security.SecureRandom;
import java.util.Base64;

/** Unguessable values behind a prefix a log can be searched for. */
final class Tokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SHORT = 42;

  /** About 1300 characters, as the provider's own JWTs. */
  private static final int LONG = 960;

  private final boolean realisticLength;

  Tokens(boolean realisticLength) {
    this.realisticLength = realisticLength;
  }

  String access() {
    return "sim-at-" + random(realisticLength ? LONG : SHORT);
  }

  String refresh() {
    return "sim-rt-" + random(realisticLength ? LONG : SHORT);
  }

  String code(String country) {
    return country + "/sim-code-" + random(SHORT);
  }

  static String random(int bytes) {
    byte[] raw = new byte[bytes];
    RANDOM.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}
