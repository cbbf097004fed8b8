package dev.ledgerkit.core;

/**
 * Where a binding stands in its life.
 *
 * @since 0.1
 */
public enum BindingStatus {
  /** Created; consent, or the choice of a business, is still open. */
  PENDING,
  /** Bound to one business, with a grant that works as far as anybody knows. */
  CONNECTED,
  /** The grant is proven dead; only the merchant's consent brings it back. */
  RECONNECT_REQUIRED,
  /** Disconnected on purpose by the host. */
  REVOKED
}
