package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;
import dev.ledgerkit.sage.query.ListQuery;

/**
 * Documents of suppliers: read, created as a draft or at once, changed, released and deleted.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @param <D> what is sent
 * @since 0.1
 */
public interface ReleasableResource<T, Q extends ListQuery, D extends SageDraft>
    extends SyncableResource<T, Q, D>, Releases<T> {}
