package dev.ledgerkit.core.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Takes one of the client's places in flight for as long as the request is on the wire, and no
 * longer: a call that waits for a permit or a token is not in flight.
 */
final class InFlightInterceptor implements Interceptor {
  private final RateLimiter limiter;

  InFlightInterceptor(RateLimiter limiter) {
    this.limiter = limiter;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    limiter.enter(context);
    try {
      return chain.proceed(chain.request());
    } finally {
      limiter.release(context);
    }
  }
}
