package dev.ledgerkit.sage.query;

import org.jspecify.annotations.Nullable;

/**
 * What narrows a list: a record whose components are the query parameters, under the names Sage
 * gives them.
 *
 * @since 0.1
 */
public interface ListQuery {
  /** The most items Sage puts on a page. */
  int MAX_ITEMS_PER_PAGE = 200;

  /** How many items a page shall carry; null for as many as Sage puts on one. */
  @Nullable Integer itemsPerPage();
}
