package dev.ledgerkit.sage;

/**
 * A resource whose records can be deleted. Safe for use by many threads.
 *
 * @since 0.1
 */
public interface Deletes {

  /**
   * Deletes a record for good.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none (any more)
   * @throws dev.ledgerkit.core.ConfigurationException if {@code id} cannot be an id; nothing is
   *     sent
   */
  void delete(String id);
}
