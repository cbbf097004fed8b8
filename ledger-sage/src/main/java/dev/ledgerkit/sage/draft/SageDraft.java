package dev.ledgerkit.sage.draft;

import dev.ledgerkit.core.client.Draft;

/**
 * What can be created or changed at Sage.
 *
 * <p>Immutable, so safe for use by many threads. To create, {@link #missing()} must be empty; to
 * change a record, only what shall change is set.
 *
 * @since 0.1
 */
public interface SageDraft extends Draft {}
