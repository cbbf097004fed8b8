package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;

/**
 * A resource whose records can be changed.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws. Sage has no means against a change by somebody
 * else meanwhile.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface Updates<T, D extends SageDraft> {

  /**
   * Sets what {@code changes} gives, clears what {@code cleared} names and leaves the rest alone.
   *
   * <p>Note: a list in {@code changes} replaces the whole list; an empty one clears it.
   *
   * @param cleared fields by their name on the wire, for example {@code credit_limit}
   * @return the record as it now is
   * @throws dev.ledgerkit.core.ConfigurationException if a cleared field is unknown or also set, or
   *     {@code id} cannot be an id; nothing is sent
   */
  T update(String id, D changes, String... cleared);
}
