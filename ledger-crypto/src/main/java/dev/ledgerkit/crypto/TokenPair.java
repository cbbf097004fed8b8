package dev.ledgerkit.crypto;

import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What is sealed behind the {@link TokenHeader}.
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

  static int length(OauthToken token, byte[] scope) {
    return 2 * Integer.BYTES
        + token.accessToken().utf8Length()
        + token.refreshToken().utf8Length()
        + scope.length;
  }

  /** Puts {@link #length} bytes. */
  static void write(OauthToken token, byte[] scope, ByteBuffer out) {
    out.putInt(token.accessToken().utf8Length());
    token.accessToken().revealTo(out);
    out.putInt(token.refreshToken().utf8Length());
    token.refreshToken().revealTo(out);
    out.put(scope);
  }

  /** The pair, whose secrets stay in {@code plaintext}: nothing of it is copied or made a text. */
  static OauthToken read(byte[] plaintext, int from, TokenHeader header) {
    ByteBuffer in = ByteBuffer.wrap(plaintext);
    int accessAt = from + Integer.BYTES;
    int accessLength = in.getInt(from);
    int refreshAt = accessAt + accessLength + Integer.BYTES;
    int refreshLength = in.getInt(refreshAt - Integer.BYTES);
    int scopeAt = refreshAt + refreshLength;
    return new OauthToken(
        Secret.ofUtf8(plaintext, accessAt, accessLength),
        Secret.ofUtf8(plaintext, refreshAt, refreshLength),
        header.accessExpiresAt(),
        header.refreshExpiresAt(),
        new String(plaintext, scopeAt, plaintext.length - scopeAt, StandardCharsets.UTF_8),
        header.obtainedAt());
  }
}
