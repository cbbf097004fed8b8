package dev.ledgerkit.core.http;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What one call carries through the pipeline, as a tag of its request. Confined to the calling
 * thread: OkHttp runs the interceptors of a blocking call on it.
 */
final class CallContext {
  private static final byte[] NO_BYTES = {};

  private final Supplier<ApiRoute> routes;
  private final ApiRequest request;
  private final LedgerClock clock;
  private final Duration deadline;
  private final long endNanos;
  private final List<Throwable> failures = new ArrayList<>();
  private byte @Nullable [] payload;
  private boolean repeatable;
  private int attempts;
  private boolean unanswered;
  private byte[] body = NO_BYTES;
  private @Nullable String retryAfter;
  private @Nullable ApiResponse answer;
  private ApiRoute route;

  CallContext(
      Supplier<ApiRoute> routes,
      ApiRequest request,
      LedgerClock clock,
      Duration deadline,
      long startNanos) {
    this.routes = routes;
    this.route = routes.get();
    this.request = request;
    this.clock = clock;
    this.deadline = deadline;
    this.endNanos = startNanos + deadline.toNanos();
  }

  /** The context of the call this request belongs to. */
  static CallContext of(Request request) {
    return Objects.requireNonNull(request.tag(CallContext.class), "a call of the pipeline");
  }

  /** As last looked at. */
  ApiRoute route() {
    return route;
  }

  /** Looks again: the binding may have changed since. */
  ApiRoute currentRoute() {
    route = routes.get();
    return route;
  }

  ApiRequest request() {
    return request;
  }

  BindingId binding() {
    return route.binding().id();
  }

  /** Whether others go first. */
  boolean background() {
    return request.background();
  }

  /** Names the client registration among all providers. */
  String client() {
    return route.binding().provider() + "/" + route.client();
  }

  /** What was asked and for whom: what messages may say. */
  String describe() {
    return request + " for binding " + binding();
  }

  /** The time the whole call may take. */
  Duration deadline() {
    return deadline;
  }

  /** What is left of it; zero or less when it is over. */
  long remainingNanos() {
    return endNanos - clock.nanoTime();
  }

  /** Fixes, once per call, the bytes every attempt sends and whether there may be more than one. */
  void identify(byte @Nullable [] sameBytes, boolean mayRepeat) {
    payload = sameBytes;
    repeatable = mayRepeat;
  }

  byte @Nullable [] payload() {
    return payload;
  }

  /** Whether carrying the request out twice is the same as carrying it out once. */
  boolean repeatable() {
    return repeatable;
  }

  int attempts() {
    return attempts;
  }

  void beginAttempt() {
    attempts++;
  }

  /** Keeps why an attempt that is about to be repeated failed. */
  void attemptFailed(Throwable why) {
    failures.add(why);
  }

  /** Attaches the earlier attempts to the exception that ends the call. */
  <E extends LedgerException> E withHistory(E end) {
    for (Throwable failure : failures) {
      if (failure != end && failure != end.getCause()) {
        end.addSuppressed(failure);
      }
    }
    return end;
  }

  /** A trip to the wire begins; nothing of it was sent. */
  void departing() {
    unanswered = false;
    retryAfter = null;
    body = NO_BYTES;
  }

  /** There is a connection: from here on bytes of the request may reach the provider. */
  void sent() {
    unanswered = true;
  }

  /** The trip brought an answer. */
  void answered(byte[] wholeBody) {
    unanswered = false;
    body = wholeBody;
  }

  /** Whether the request may have reached the provider without an answer having come back. */
  boolean unanswered() {
    return unanswered;
  }

  /** The body of the last answer; not copied. */
  byte[] body() {
    return body;
  }

  void retryAfter(@Nullable String header) {
    retryAfter = header;
  }

  /** The {@code Retry-After} of the last answer, which OkHttp must not see. */
  @Nullable String retryAfter() {
    return retryAfter;
  }

  void succeeded(ApiResponse response) {
    answer = response;
  }

  /** The usable answer, once there is one. */
  @Nullable ApiResponse answer() {
    return answer;
  }
}
