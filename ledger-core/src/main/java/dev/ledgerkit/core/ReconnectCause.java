package dev.ledgerkit.core;

/**
 * Why only the merchant's consent can bring a binding back.
 *
 * @since 0.1
 */
public enum ReconnectCause {
  /** The provider refused the refresh token and nothing but a revocation explains it. */
  REVOKED,
  /** The refresh token outlived its time. */
  EXPIRED,
  /**
   * The provider refused a refresh token that an earlier, unanswered attempt had sent: it rotated,
   * and the reply never arrived.
   */
  LOST_REPLY,
  /** There is no grant: never connected, or disconnected by the host. */
  NOT_CONNECTED
}
