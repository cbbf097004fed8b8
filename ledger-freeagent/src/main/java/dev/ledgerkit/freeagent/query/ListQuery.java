package dev.ledgerkit.freeagent.query;

import org.jspecify.annotations.Nullable;

/**
 * What narrows a list: a record whose components are the query parameters, under the names
 * FreeAgent gives them.
 *
 * @since 0.1
 */
public interface ListQuery {
  /** The most items FreeAgent puts on a page. */
  int MAX_PER_PAGE = 100;

  /** The fewest worth asking for: pages overlap, and smaller ones could not get on. */
  int MIN_PER_PAGE = 20;

  /** How many items a page shall carry; null for as many as FreeAgent puts on one. */
  @Nullable Integer perPage();
}
