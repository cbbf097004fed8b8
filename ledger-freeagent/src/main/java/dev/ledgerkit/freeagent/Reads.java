package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.freeagent.model.Ref;
import dev.ledgerkit.freeagent.query.ListQuery;

/**
 * A resource that can be read.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * <p>Lists may change while they are read. Pages overlap, so that a record which shifts from one to
 * the next is neither lost nor given twice; a list that changes faster than that can be followed
 * throws {@link dev.ledgerkit.core.ProviderUnavailableException}. A record whose place in the order
 * itself changes, as the last change does in a list sorted by it, may still be given again.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @since 0.1
 */
public interface Reads<T, Q extends ListQuery> {

  /** Everything, 100 to a page. */
  Paged<T> list();

  /**
   * What {@code query} leaves of it. Nothing is fetched before the list is read.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the query names a record of another
   *     environment
   */
  Paged<T> list(Q query);

  /**
   * One record with all its fields.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none
   * @throws dev.ledgerkit.core.ConfigurationException if {@code ref} is of another environment or
   *     kind; nothing is sent
   */
  T get(Ref<T> ref);
}
