package dev.ledgerkit.crypto;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The part of a token record that is encrypted.
 *
 * <pre>
 * bytes
 *     4  length of the access token
 *     n  the access token, UTF-8
 *     4  length of the refresh token
 *     n  the refresh token, UTF-8
 *  rest  the scope, UTF-8
 * </pre>
 */
final class TokenPair {
  private TokenPair() {}

  static byte[] write(OauthToken token) {
    byte[] access = token.accessToken().reveal().getBytes(StandardCharsets.UTF_8);
    byte[] refresh = token.refreshToken().reveal().getBytes(StandardCharsets.UTF_8);
    byte[] scope = token.scope().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + access.length + refresh.length + scope.length)
        .putInt(access.length)
        .put(access)
        .putInt(refresh.length)
        .put(refresh)
        .put(scope)
        .array();
  }

  static OauthToken read(byte[] plaintext, TokenHeader header) {
    ByteBuffer in = ByteBuffer.wrap(plaintext);
    int accessLength = in.getInt();
    String access = text(plaintext, Integer.BYTES, accessLength);
    int refreshAt = Integer.BYTES + accessLength + Integer.BYTES;
    int refreshLength = in.getInt(refreshAt - Integer.BYTES);
    String refresh = text(plaintext, refreshAt, refreshLength);
    int scopeAt = refreshAt + refreshLength;
    return new OauthToken(
        Secret.of(access),
        Secret.of(refresh),
        header.accessExpiresAt(),
        header.refreshExpiresAt(),
        text(plaintext, scopeAt, plaintext.length - scopeAt),
        header.obtainedAt());
  }

  private static String text(byte[] plaintext, int at, int length) {
    return new String(plaintext, at, length, StandardCharsets.UTF_8);
  }
}
