package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.freeagent.model.Ref;

/**
 * A resource whose records can be changed.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws. FreeAgent has no means against a change by
 * somebody else meanwhile.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface Updates<T, D extends Draft> {
  /**
   * Sets what {@code changes} gives, clears what {@code cleared} names and leaves the rest alone.
   *
   * @param cleared fields by their name on the wire, for example {@code comments}
   * @return the record as it now is
   * @throws dev.ledgerkit.core.ConfigurationException if a cleared field is unknown or also set, or
   *     a reference is of another environment or kind; nothing is sent
   */
  T update(Ref<T> ref, D changes, String... cleared);
}
