package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.IdempotencyKey;
import dev.ledgerkit.core.client.Draft;

/**
 * A resource whose creates can be recognised when they come again, by a marker in a field that can
 * be searched.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface CreatesOnce<T, D extends Draft> extends Creates<T, D> {
  /**
   * Creates a record once, however often it is called with {@code key}: looks for it first, and
   * again before anything is repeated after an answer was lost.
   *
   * <p>The marker is the draft's own where it has one, as an invoice has its reference, else the
   * key. A record is recognised for 7 days. It costs one list call more than {@link
   * #create(Draft)}, and after a lost answer it may take {@link
   * FreeAgentProvider.Builder#settleTime} longer.
   *
   * <p>Note: FreeAgent has no key of its own, so this holds as long as it finishes or drops a
   * request within that time, and as long as different nodes do not create under one key at the
   * same time.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if the draft's own marker is on a record that
   *     is plainly another
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost and FreeAgent could
   *     not be asked; call again with the same key
   */
  T create(D draft, IdempotencyKey key);
}
