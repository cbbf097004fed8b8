package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.query.ListQuery;

/**
 * A resource that allows everything, but whose creates Sage does not recognise when they come
 * again.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @param <D> what is sent
 * @since 0.1
 */
public interface UnkeyedResource<T, Q extends ListQuery, D extends SageDraft>
    extends Reads<T, Q>, Creates<T, D>, Updates<T, D>, Deletes, FeedsChanges<T> {}
