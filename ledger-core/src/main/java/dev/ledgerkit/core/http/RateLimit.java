package dev.ledgerkit.core.http;

import dev.ledgerkit.core.ConfigurationException;
import java.time.Duration;

/**
 * So many calls in so much time.
 *
 * @param scope who shares it
 * @param permits how many calls; at least 1
 * @param window in how much time; for {@link Scope#CLIENT_CONCURRENT} it means nothing and is zero
 * @since 0.1
 */
public record RateLimit(Scope scope, int permits, Duration window) {

  /** Who shares a limit. */
  public enum Scope {
    /** All calls of one binding. */
    BINDING,
    /** All calls under one client id in this process. */
    CLIENT,
    /** Calls under one client id in flight at the same time in this process. */
    CLIENT_CONCURRENT
  }

  /**
   * Checks the numbers.
   *
   * @throws ConfigurationException naming the number that is refused
   */
  public RateLimit {
    if (permits < 1) {
      throw new ConfigurationException("A rate limit of %d permits is refused.".formatted(permits));
    }
    if (scope != Scope.CLIENT_CONCURRENT && (window.isNegative() || window.isZero())) {
      throw new ConfigurationException("A rate limit window of %s is refused.".formatted(window));
    }
  }
}
