package dev.ledgerkit.freeagent;

import dev.ledgerkit.freeagent.model.Ref;

/**
 * A resource whose records can be deleted. Safe for use by many threads.
 *
 * @param <T> what it answers
 * @since 0.1
 */
public interface Deletes<T> {
  /**
   * Deletes a record for good.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none (any more)
   * @throws dev.ledgerkit.core.ConfigurationException if {@code ref} is of another environment or
   *     kind; nothing is sent
   */
  void delete(Ref<T> ref);
}
