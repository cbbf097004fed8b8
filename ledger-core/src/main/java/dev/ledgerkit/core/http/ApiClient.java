package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;

/**
 * Makes calls to a provider on behalf of a binding: token, tenant, limits, retries and errors are
 * its business, not the caller's.
 *
 * <p>Safe for use by many threads. Blocking, and never longer than the call's one deadline.
 *
 * @since 0.1
 */
public interface ApiClient {

  /**
   * Makes one call.
   *
   * @throws dev.ledgerkit.core.ApiException if the provider refused, by kind
   * @throws dev.ledgerkit.core.ReconnectRequiredException if the binding's grant is gone
   * @throws dev.ledgerkit.core.RateLimitedException if the wait for a permit is longer than the
   *     deadline
   * @throws dev.ledgerkit.core.ProviderUnavailableException if no usable answer came in time
   * @throws dev.ledgerkit.core.OutcomeUnknownException if a write without a key was sent and its
   *     answer lost
   */
  ApiResponse call(BindingId binding, ApiRequest request);
}
