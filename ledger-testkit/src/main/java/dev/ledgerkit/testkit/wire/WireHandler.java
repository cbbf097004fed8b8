package dev.ledgerkit.testkit.wire;

import dev.ledgerkit.testkit.Endpoint;
import java.time.Duration;

/**
 * What a provider's simulator supplies; called by one thread for each connection, so safe for many
 * threads.
 *
 * @since 0.1
 */
public interface WireHandler {

  /** What the request is for. */
  Endpoint.Kind kindOf(WireRequest request);

  /** The path faults are matched against: without the API base. */
  String apiPath(WireRequest request);

  /** Does the work. */
  WireReply handle(Endpoint.Kind kind, WireRequest request);

  /** The provider's usual body for an error it reports itself. */
  WireReply error(Endpoint.Kind kind, int status);

  /** Real time a request of this kind takes. */
  Duration latency(Endpoint.Kind kind);

  /** Called before the work; every call is paired with {@link #left}. */
  void entered(Endpoint.Kind kind, WireRequest request);

  /** Called once the answer is decided, {@code status} 0 when the socket will close without one. */
  void left(Endpoint.Kind kind, WireRequest request, int status);
}
