package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.query.ListQuery;

/**
 * A resource whose records are read, created, changed and deleted.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @param <D> what is sent
 * @since 0.1
 */
public interface DeletableResource<T, Q extends ListQuery, D extends SageDraft>
    extends Reads<T, Q>, CreatesOnce<T, D>, Updates<T, D>, Deletes {}
