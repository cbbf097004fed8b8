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
   * The provider refused a refresh token that an earlier attempt had sent, or was about to send,
   * without ever writing down an answer: in all likelihood it rotated, and the reply never arrived.
   *
   * <p>Note: a merchant who revoked while such an attempt was open looks the same; the provider
   * says {@code invalid_grant} either way.
   */
  LOST_REPLY,
  /** There is no grant: never connected, or disconnected by the host. */
  NOT_CONNECTED,
  /** The provider refuses an access token that came without a refresh token. */
  NOT_RENEWABLE
}
