package dev.ledgerkit.sage;

import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.sage.query.ListQuery;
import dev.ledgerkit.sage.query.ReadOptions;

/**
 * A resource that can be read.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @since 0.1
 */
public interface Reads<T, Q extends ListQuery> {

  /** Everything, 200 to a page; items carry little more than an id and a label. */
  Paged<T> list();

  /** What {@code query} leaves of it. Nothing is fetched before the list is read. */
  Paged<T> list(Q query);

  /**
   * One record with all its fields.
   *
   * @throws dev.ledgerkit.core.NotFoundException if there is none
   * @throws dev.ledgerkit.core.ConfigurationException if {@code id} cannot be an id; nothing is
   *     sent
   */
  T get(String id);

  /** As {@link #get(String)}, with more or less on it. */
  T get(String id, ReadOptions options);

  /** The same resource, for code that treats all alike. */
  SageStream<T> stream();
}
