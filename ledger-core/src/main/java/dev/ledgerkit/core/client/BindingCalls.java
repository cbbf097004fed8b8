package dev.ledgerkit.core.client;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.ApiResponse;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * Calls on behalf of one binding, whose answers are read on the spot.
 *
 * <p>Immutable, so safe for use by many threads. Throws what {@link ApiClient#call} throws.
 *
 * @param api makes the calls
 * @param binding on whose behalf
 * @param provider its name, for messages
 * @since 0.1
 */
public record BindingCalls(ApiClient api, BindingId binding, String provider) {
  /** A call whose answer says nothing but that it worked. */
  public void send(ApiRequest request) {
    api.call(binding, request);
  }

  /**
   * A call whose body is read. An answer that cannot be read is as good as none: a write may have
   * happened all the same.
   */
  public <T> T send(ApiRequest request, Function<byte[], T> reading) {
    return answer(request, response -> reading.apply(response.body()));
  }

  /** As {@link #send(ApiRequest, Function)}, where the headers matter too. */
  public <T> T answer(ApiRequest request, Function<ApiResponse, T> reading) {
    ApiResponse response = api.call(binding, request);
    try {
      return reading.apply(response);
    } catch (JacksonException e) {
      String said =
          "%s of binding %s was answered %d with something that is not what %s documents%s."
              .formatted(
                  request,
                  binding,
                  response.status(),
                  provider,
                  response.requestId().isEmpty()
                      ? ""
                      : " (request id " + response.requestId() + ")");
      UnreadableAnswerException cause = new UnreadableAnswerException(e);
      if (request.method().equals("GET")) {
        throw new ProviderUnavailableException(said, cause);
      }
      String lookup = request.lookup() == null ? request.path() : request.lookup();
      throw new OutcomeUnknownException(said + " Look it up: " + lookup + ".", cause);
    }
  }
}
