package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.Secret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An access token and the refresh token that renews it (RFC 6749, section 5.1).
 *
 * <p>Immutable, so safe for use by many threads. Neither secret is ever in {@link #toString()};
 * logs name a pair by its {@link #fingerprint()}. All times are the provider's: counted on a clock
 * corrected by the {@code Date} header of its answers, from before the request was sent.
 *
 * @since 0.1
 */
public final class OauthToken {
  private final Secret accessToken;
  private final Secret refreshToken;
  private final Instant accessExpiresAt;
  private final Instant refreshExpiresAt;
  private final String scope;
  private final Instant obtainedAt;

  /** Made when first asked for; two threads that ask at once make the same. */
  private @Nullable String fingerprint;

  /** A pair as the token endpoint answered it. */
  public OauthToken(
      Secret accessToken,
      Secret refreshToken,
      Instant accessExpiresAt,
      Instant refreshExpiresAt,
      String scope,
      Instant obtainedAt) {
    this.accessToken = accessToken;
    this.refreshToken = refreshToken;
    this.accessExpiresAt = accessExpiresAt;
    this.refreshExpiresAt = refreshExpiresAt;
    this.scope = scope;
    this.obtainedAt = obtainedAt;
  }

  /** What calls carry. */
  public Secret accessToken() {
    return accessToken;
  }

  /** What buys the next pair, once. */
  public Secret refreshToken() {
    return refreshToken;
  }

  /** When the access token dies. */
  public Instant accessExpiresAt() {
    return accessExpiresAt;
  }

  /** When the refresh token dies. */
  public Instant refreshExpiresAt() {
    return refreshExpiresAt;
  }

  /** The granted scope, as the provider spells it; empty when it did not say. */
  public String scope() {
    return scope;
  }

  /** When the request that bought this pair was sent. */
  public Instant obtainedAt() {
    return obtainedAt;
  }

  /** Whether the access token still works {@code skew} from {@code now}. */
  public boolean isFresh(Instant now, Duration skew) {
    return now.plus(skew).isBefore(accessExpiresAt);
  }

  /**
   * The first 8 hex digits of the SHA-256 of the refresh token: names a pair without showing it.
   */
  public String fingerprint() {
    String known = fingerprint;
    if (known == null) {
      known = fingerprintOf(refreshToken);
      fingerprint = known;
    }
    return known;
  }

  /** Equal when both secrets and both expiries are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OauthToken that
        && accessToken.equals(that.accessToken)
        && refreshToken.equals(that.refreshToken)
        && accessExpiresAt.equals(that.accessExpiresAt)
        && refreshExpiresAt.equals(that.refreshExpiresAt);
  }

  @Override
  public int hashCode() {
    return fingerprint().hashCode();
  }

  @Override
  public String toString() {
    return "OauthToken[" + fingerprint() + ", access until " + accessExpiresAt + "]";
  }

  private static String fingerprintOf(Secret secret) {
    try {
      ByteBuffer revealed = ByteBuffer.allocate(secret.utf8Length());
      secret.revealTo(revealed);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(revealed.array());
      Arrays.fill(revealed.array(), (byte) 0);
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
