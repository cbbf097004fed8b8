package dev.ledgerkit.sage;

import dev.ledgerkit.sage.query.ListQuery;

/**
 * A resource that is only read, and that tells which of its records are new or changed. Deleted
 * records stay in its list, marked.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @since 0.1
 */
public interface FeedingReads<T, Q extends ListQuery> extends Reads<T, Q>, FeedsChanges<T> {}
