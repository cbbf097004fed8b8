package dev.ledgerkit.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/**
 * A code challenge, or its absence (RFC 7636).
 *
 * @since 0.1
 */
public record Pkce(String challenge, String method) {
  /** No challenge: any exchange is accepted. */
  public static final Pkce NONE = new Pkce("", "plain");

  /**
   * Empty when the request breaks RFC 7636: a challenge of 43 to 128 characters, {@code S256} or
   * {@code plain}.
   */
  public static Optional<Pkce> parse(Optional<String> challenge, Optional<String> method) {
    if (challenge.isEmpty()) {
      return method.isEmpty() ? Optional.of(NONE) : Optional.empty();
    }
    int length = challenge.get().length();
    String how = method.orElse("plain");
    boolean valid = length >= 43 && length <= 128 && (how.equals("S256") || how.equals("plain"));
    return valid ? Optional.of(new Pkce(challenge.get(), how)) : Optional.empty();
  }

  /** Whether the verifier belongs to the challenge. */
  public boolean accepts(Optional<String> verifier) {
    if (challenge.isEmpty()) {
      return true;
    }
    return verifier
        .map(v -> method.equals("S256") ? hash(v) : v)
        .filter(challenge::equals)
        .isPresent();
  }

  private static String hash(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
