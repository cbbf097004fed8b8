package dev.ledgerkit.sage;

import dev.ledgerkit.sage.draft.SageDraft;

/**
 * A resource to which records can be added.
 *
 * <p>Safe for use by many threads; every method throws what {@link
 * dev.ledgerkit.core.http.ApiClient#call} throws.
 *
 * <p>Note: records that Sage numbers in sequence are created one at a time per business, in the
 * order of the calls; a call that waits longer than {@link SageProvider.Builder#longestCreateWait}
 * throws {@link dev.ledgerkit.core.RateLimitedException} and has sent nothing.
 *
 * @param <T> what it answers
 * @param <D> what is sent
 * @since 0.1
 */
public interface Creates<T, D extends SageDraft> {

  /**
   * Creates a record and returns it whole.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming all fields that are missing; nothing
   *     is sent
   * @throws dev.ledgerkit.core.ValidationException if Sage refuses it
   */
  T create(D draft);
}
