package dev.ledgerkit.testkit.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Client credentials from an {@code Authorization: Basic} header (RFC 7617).
 *
 * @since 0.1
 */
public record BasicCredentials(String id, String secret) {

  /** Empty when the header is of another scheme; blank credentials when it is malformed. */
  public static Optional<BasicCredentials> parse(Optional<String> authorization) {
    return authorization
        .filter(header -> header.startsWith("Basic "))
        .map(header -> decode(header.substring("Basic ".length()).trim()));
  }

  private static BasicCredentials decode(String encoded) {
    try {
      String[] pair =
          new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
      return pair.length == 2
          ? new BasicCredentials(pair[0], pair[1])
          : new BasicCredentials("", "");
    } catch (IllegalArgumentException e) {
      return new BasicCredentials("", "");
    }
  }
}
