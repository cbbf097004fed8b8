package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only loop that repeats a request. What may be repeated is {@link RetryPolicy}'s to say. */
final class RetryInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(RetryInterceptor.class);

  private final RetryPolicy policy;
  private final LedgerClock clock;

  RetryInterceptor(RetryPolicy policy, LedgerClock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    CallContext context = CallContext.of(chain.request());
    while (true) {
      context.beginAttempt();
      RetryDecision decision;
      try {
        Response answer = chain.proceed(chain.request());
        decision = policy.afterAnswer(context, answer);
        if (!decision.repeat()) {
          return answer;
        }
        answer.close(); // wire has read it; whoever sits between may have put another in its place
        context.attemptFailed(answered(context, answer));
      } catch (IOException failure) {
        decision = policy.afterFailure(context, failure, chain.call().isCanceled());
        if (!decision.repeat()) {
          throw failure;
        }
        context.attemptFailed(failure);
      }
      LOG.debug(
          "api_retry binding={} method={} path={} attempt={} wait_ms={} why=\"{}\"",
          context.binding(),
          context.request().method(),
          context.request().path(),
          context.attempts(),
          decision.pause().toMillis(),
          decision.why());
      sleep(decision.pause());
    }
  }

  private void sleep(Duration wait) throws InterruptedIOException {
    try {
      clock.sleep(wait);
    } catch (InterruptedException e) {
      throw Interrupts.restore(e);
    }
  }

  private static ProviderUnavailableException answered(CallContext context, Response answer) {
    return new ProviderUnavailableException(
        "Attempt %d was answered %d%s."
            .formatted(context.attempts(), answer.code(), RequestIds.suffix(context, answer)),
        null);
  }
}
