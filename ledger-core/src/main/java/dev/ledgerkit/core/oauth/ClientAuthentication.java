package dev.ledgerkit.core.oauth;

/**
 * How a client shows its secret at the token endpoint (RFC 6749, section 2.3.1).
 *
 * @since 0.1
 */
public enum ClientAuthentication {
  /** {@code client_id} and {@code client_secret} in the form body. */
  BODY,
  /** HTTP Basic; both parts form-encoded first, as the RFC wants. */
  BASIC
}
