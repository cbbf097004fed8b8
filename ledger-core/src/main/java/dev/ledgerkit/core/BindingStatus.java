package dev.ledgerkit.core;

/**
 * Where a binding stands in its life.
 *
 * <pre>
 * PENDING ──► CONNECTED ◄──► RECONNECT_REQUIRED
 *    ▲            │                  │
 *    │            ▼                  ▼
 *    └──────── REVOKED ◄── (from every other)
 * </pre>
 *
 * <p>A reconnect leads through {@code PENDING} from everywhere, so that nothing is called under a
 * grant nobody has looked at.
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
  REVOKED;

  /**
   * Whether a binding may go from here to {@code next}. What was disconnected is only ever
   * connected again by a new consent; a refresh that was on its way must not bring it back.
   */
  public boolean mayBecome(BindingStatus next) {
    return this == REVOKED ? next == PENDING : next != this;
  }
}
