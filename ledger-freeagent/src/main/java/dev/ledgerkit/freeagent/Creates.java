package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.client.Draft;

/**
 * A resource to which records can be added.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * <p>Note: documents that FreeAgent numbers in sequence are created one at a time per company, in
 * the order of the calls; a call that waits longer than {@link
 * FreeAgentProvider.Builder#longestCreateWait} throws {@link
 * dev.ledgerkit.core.RateLimitedException} and has sent nothing.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface Creates<T, D extends Draft> {
  /**
   * Creates a record and returns it whole. FreeAgent knows no key of repetition, so this is never
   * sent twice.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming all fields that are missing; nothing
   *     is sent
   * @throws dev.ledgerkit.core.ValidationException if FreeAgent refuses it
   * @throws dev.ledgerkit.core.OutcomeUnknownException if the answer was lost: the record may exist
   */
  T create(D draft);
}
