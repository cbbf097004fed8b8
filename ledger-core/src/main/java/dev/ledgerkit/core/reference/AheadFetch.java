package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.Business;

/**
 * Lists asked for while it is being found out whose they are. Not for use by several threads.
 *
 * @since 0.1
 */
public interface AheadFetch extends AutoCloseable {

  /** Begins, once; later calls do nothing. Never throws, and does not wait for the provider. */
  void begin();

  /**
   * The lists of the business the binding is locked to by now. Waits for those under way, and
   * fetches what was not begun or is not shown to be its own. Throws what {@link
   * ReferenceCache#refresh} throws.
   *
   * @param business what the grant reaches under which they were asked for
   */
  ReferenceData settle(Business business);

  /** Drops what was not settled. */
  @Override
  void close();
}
