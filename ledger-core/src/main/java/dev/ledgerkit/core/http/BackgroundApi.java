package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;

/**
 * An {@link ApiClient} whose calls give way to all others: for a backfill, a nightly comparison,
 * whatever nobody waits for.
 *
 * <p>Its calls share the binding's and the client's limits with those of {@code api}. Of the calls
 * that wait for a permit or for a place in flight, others go first, also if they came later; and
 * one permit in a hundred (of a limit of a hundred or more) and one place in flight (of two or
 * more) are left to them. Its own calls are spread, so that a permit comes free all the time. What
 * others do not use is the background's: alone it gets at least 98 % of what the provider allows.
 * Where others use up everything it gets nothing until they pause.
 *
 * <p>Safe for use by many threads. Blocking, within the same deadline as any call.
 *
 * <pre>{@code
 * ApiClient patient = new BackgroundApi(api);
 * List<RecordStream> streams = provider.streams(patient, binding);
 * }</pre>
 *
 * <p>Note: a call that would wait for a permit longer than half of its deadline fails at once, with
 * {@link dev.ledgerkit.core.RateLimitedException}; its {@code retryAfter} is the least the wait can
 * be. {@link Paged#patient} waits that long and asks again.
 *
 * @since 0.1
 */
public final class BackgroundApi implements ApiClient {
  private final ApiClient api;

  /** Makes its calls through {@code api}, which stays open as long as it is needed. */
  public BackgroundApi(ApiClient api) {
    this.api = api;
  }

  @Override
  public ApiResponse call(BindingId binding, ApiRequest request) {
    return api.call(binding, request.inBackground());
  }
}
