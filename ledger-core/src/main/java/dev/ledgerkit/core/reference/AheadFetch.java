package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.Business;

/**
 * Lists asked for while it is being found out whose they are. Not for use by several threads.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AheadFetch extends AutoCloseable {

  /**
   * The lists of the business the binding is locked to by now. Waits for those under way, and
   * fetches again what is not shown to be its own. Throws what {@link ReferenceCache#refresh}
   * throws.
   *
   * @param sameGrant whether the binding's grant was surely the same all the time
   */
  ReferenceData settle(Business business, boolean sameGrant);

  /** Drops what was not settled. */
  @Override
  default void close() {}
}
