package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;
import dev.ledgerkit.freeagent.query.ListQuery;

/**
 * A resource whose records are read, created, changed and deleted.
 *
 * @param <T> what it answers
 * @param <Q> what narrows its list
 * @param <D> what is sent
 * @since 0.1
 */
public interface EditableResource<T, Q extends ListQuery, D extends Draft>
    extends Reads<T, Q>, Creates<T, D>, Updates<T, D>, Deletes<T> {}
