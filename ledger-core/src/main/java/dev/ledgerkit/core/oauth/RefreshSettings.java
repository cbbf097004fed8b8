package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.ConfigurationException;
import java.time.Duration;

/**
 * The protocol's times.
 *
 * @param callDeadline how long one call to the token endpoint may take
 * @param waitAtMost how long a caller waits for a token, and how long one refresh keeps trying
 * @param aheadAtMost a token is renewed ahead of time in the last fifth of its life, at most this
 *     long before it dies
 * @param skew a token with less life than this counts as dead: it may die on the way
 * @since 0.1
 */
public record RefreshSettings(
    Duration callDeadline, Duration waitAtMost, Duration aheadAtMost, Duration skew) {

  /** What the lease lives beyond one call. */
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  /** Calls of 20 s, waits of 30 s, ahead by 60 s, skew of 2 s. */
  public static final RefreshSettings DEFAULT =
      new RefreshSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2));

  /**
   * Checks the numbers.
   *
   * @throws ConfigurationException naming the one that is refused
   */
  public RefreshSettings {
    requirePositive("callDeadline", callDeadline);
    requirePositive("waitAtMost", waitAtMost);
    requirePositive("aheadAtMost", aheadAtMost);
    if (skew.isNegative()) {
      throw new ConfigurationException("A skew of %s is refused.".formatted(skew));
    }
  }

  /**
   * How long a holder trusts its lease; longer than a call, so that a call fits into a fresh one.
   */
  Duration leaseLife() {
    return callDeadline.plus(LEASE_MARGIN);
  }

  /**
   * What the store is asked for: the holder's trust and one call more, so that nobody takes over
   * while a call of a stalled holder can still be on the wire.
   */
  Duration leaseTtl() {
    return leaseLife().plus(callDeadline);
  }

  /** How long before its end a token that lived {@code life} in all is renewed. */
  Duration ahead(Duration life) {
    Duration fifth = life.dividedBy(5);
    return fifth.compareTo(aheadAtMost) < 0 ? fifth : aheadAtMost;
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new ConfigurationException("A %s of %s is refused.".formatted(name, value));
    }
  }
}
