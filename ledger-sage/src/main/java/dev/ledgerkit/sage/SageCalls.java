package dev.ledgerkit.sage;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiRequest;
import dev.ledgerkit.core.http.ApiResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;

/** Calls on behalf of one binding, and the queue its creates stand in. */
record SageCalls(
    ApiClient api, BindingId binding, CreateGates gates, String business, SageSpelling spelling) {

  void send(ApiRequest request) {
    api.call(binding, request);
  }

  /** An answer that cannot be read is as good as none: a write may have happened all the same. */
  <T> T send(ApiRequest request, Function<byte[], T> reading) {
    ApiResponse response = api.call(binding, request);
    try {
      return reading.apply(response.body());
    } catch (JacksonException e) {
      String said =
          "%s of binding %s was answered %d with something that is not what Sage documents%s."
              .formatted(
                  request,
                  binding,
                  response.status(),
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

  <T> T inTurn(Supplier<T> create) {
    return gates.inTurn(business, create);
  }
}
