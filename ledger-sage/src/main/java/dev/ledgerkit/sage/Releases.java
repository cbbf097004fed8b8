package dev.ledgerkit.sage;

/**
 * A resource whose drafts can be put into the books. Safe for use by many threads.
 *
 * @param <T> what it answers
 * @since 0.1
 */
public interface Releases<T> {

  /**
   * Puts a draft into the books; it comes back unpaid.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost; the status of the
   *     document tells
   * @throws dev.ledgerkit.core.ConfigurationException if {@code id} cannot be an id; nothing is
   *     sent
   */
  T release(String id);
}
