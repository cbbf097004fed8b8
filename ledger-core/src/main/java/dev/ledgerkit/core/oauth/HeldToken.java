package dev.ledgerkit.core.oauth;

import java.time.Duration;

/**
 * A token in memory, with its two lines already on this process's clock, so that asking is one
 * comparison.
 *
 * @param token the pair
 * @param aheadAt epoch milliseconds from which it is renewed in the background
 * @param deadAt epoch milliseconds from which it is not handed out any more
 * @param expiresAt epoch milliseconds at which the provider stops taking it
 */
record HeldToken(OauthToken token, long aheadAt, long deadAt, long expiresAt) {

  /** {@code skew}: how far the provider's clock is ahead of ours. */
  static HeldToken of(OauthToken token, Duration skew, RefreshSettings settings) {
    long expiresAt = token.accessExpiresAt().minus(skew).toEpochMilli();
    Duration life = Duration.between(token.obtainedAt(), token.accessExpiresAt());
    return new HeldToken(
        token,
        expiresAt - settings.ahead(life).toMillis(),
        expiresAt - settings.skew().toMillis(),
        expiresAt);
  }

  boolean sameAccess(OauthToken other) {
    return token.accessToken().equals(other.accessToken());
  }
}
