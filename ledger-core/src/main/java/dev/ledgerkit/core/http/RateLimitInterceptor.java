package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets an attempt go when the provider's limits have room for it, and tells the limiter what the
 * provider thinks.
 */
final class RateLimitInterceptor implements Interceptor {
  private final RateLimiter limiter;
  private final LedgerClock clock;

  RateLimitInterceptor(RateLimiter limiter, LedgerClock clock) {
    this.limiter = limiter;
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    limiter.acquire(context);
    Response answer = chain.proceed(chain.request());
    if (answer.code() == 429) {
      RetryAfter.of(answer.headers(), clock.instant())
          .ifPresent(wait -> limiter.block(context, wait));
    }
    return answer;
  }
}
