package dev.ledgerkit.sage;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.client.BindingCalls;
import dev.ledgerkit.core.client.CreateGates;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiRequest;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls on behalf of one binding, the queue its creates stand in, and how its writes are spelled.
 */
record SageCalls(BindingCalls wire, CreateGates gates, String business, SageSpelling spelling) {
  SageCalls(
      ApiClient api, BindingId binding, CreateGates gates, String business, SageSpelling spelling) {
    this(new BindingCalls(api, binding, "Sage"), gates, business, spelling);
  }

  void send(ApiRequest request) {
    wire.send(request);
  }

  <T> T send(ApiRequest request, Function<byte[], T> reading) {
    return wire.send(request, reading);
  }

  BindingId binding() {
    return wire.binding();
  }

  <T> T inTurn(Supplier<T> create) {
    return gates.inTurn(business, create);
  }
}
