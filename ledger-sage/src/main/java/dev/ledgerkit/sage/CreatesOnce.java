package dev.ledgerkit.sage;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.sage.draft.SageDraft;

/**
 * A resource whose creates Sage recognises when they come again.
 *
 * <p>{@link #create(SageDraft)} sends a random key, so that a lost answer can be asked for again
 * within the call. A key of the host's own makes that hold across calls, nodes and restarts.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface CreatesOnce<T, D extends SageDraft> extends Creates<T, D> {

  /**
   * As {@link #create(SageDraft)}; sent again under the same key it answers the record of the
   * first.
   */
  T create(D draft, IdempotencyKey key);
}
