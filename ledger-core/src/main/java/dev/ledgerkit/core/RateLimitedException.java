package dev.ledgerkit.core;

import java.time.Duration;

/**
 * Waiting for the rate limit would take longer than the call may.
 *
 * @since 0.1
 */
public final class RateLimitedException extends LedgerException {
  private static final long serialVersionUID = 1L;

  private final String scope;
  private final Duration retryAfter;

  /**
   * Names the limit and the wait.
   *
   * @param scope which limit, for example {@code client} or {@code binding 4711}
   * @param retryAfter how long until a call would go through
   */
  public RateLimitedException(String scope, Duration retryAfter) {
    super(
        "The rate limit of %s is used up for %d ms, longer than this call may wait; try again then."
            .formatted(scope, retryAfter.toMillis()),
        null);
    this.scope = scope;
    this.retryAfter = retryAfter;
  }

  /** Which limit was met. */
  public String scope() {
    return scope;
  }

  /** How long until a call would go through. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
