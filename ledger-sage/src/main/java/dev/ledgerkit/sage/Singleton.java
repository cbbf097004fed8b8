package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;

/**
 * A resource of which there is exactly one, so that it has no id, no list and no create.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface Singleton<T, D extends SageDraft> {

  /** It, with all its fields. */
  T get();

  /**
   * Sets what {@code changes} gives, clears what {@code cleared} names and leaves the rest alone.
   *
   * @param cleared fields by their name on the wire
   * @return it as it now is
   * @throws dev.ledgerkit.core.ConfigurationException if a cleared field is unknown or also set;
   *     nothing is sent
   */
  T update(D changes, String... cleared);
}
