package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.DoubleSupplier;
import okhttp3.Response;

/**
 * Says whether an attempt may be repeated, and when. A repeated write that was carried out is a
 * duplicate invoice, so every rule is a line of its own with its reason.
 */
final class RetryPolicy {
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(16);

  private final LedgerClock clock;
  private final DoubleSupplier jitter;
  private final int maxAttempts;
  private final ConcurrentMap<String, RetryBudget> budgets = new ConcurrentHashMap<>();

  RetryPolicy(LedgerClock clock, DoubleSupplier jitter, int maxAttempts) {
    this.clock = clock;
    this.jitter = jitter;
    this.maxAttempts = maxAttempts;
  }

  /** Decides about an answer. */
  RetryDecision afterAnswer(CallContext context, Response answer) {
    int status = answer.code();
    Optional<Duration> asked = RetryAfter.of(answer.headers(), clock.instant());

    // Refused before anything was done: any call may come again.
    if (status == 429) {
      return when(context, asked, "429");
    }
    // "Not now, come back then" is a refusal too; a bare 503 may come from a gateway behind which
    // work went on.
    if (status == 503 && asked.isPresent()) {
      return when(context, asked, "503 with Retry-After");
    }
    // Anything else below 500 is the answer; only 408 says that there is none.
    if (status < 500 && status != 408) {
      return RetryDecision.stop("answered");
    }
    // The write may have been carried out before the error.
    if (!context.repeatable()) {
      return RetryDecision.stop("not repeatable");
    }
    return when(context, asked, "server error");
  }

  /** Decides about an attempt without an answer. */
  RetryDecision afterFailure(CallContext context, IOException failure, boolean cancelled) {
    // Somebody wants this thread back.
    if (Thread.currentThread().isInterrupted()) {
      return RetryDecision.stop("interrupted");
    }
    // The deadline cuts a call by cancelling it, and a cancelled call stays so.
    if (cancelled) {
      return RetryDecision.stop("cancelled");
    }
    // A certificate that does not verify will not verify in a second either.
    if (FailureKind.of(failure) == FailureKind.CERTIFICATE) {
      return RetryDecision.stop("certificate");
    }
    // No connection, so not a byte of the request went out: any call may come again.
    if (!context.unanswered()) {
      return when(context, Optional.empty(), "never connected");
    }
    // The write may have been carried out and its answer lost.
    if (!context.repeatable()) {
      return RetryDecision.stop("not repeatable");
    }
    return when(context, Optional.empty(), "no answer");
  }

  private RetryDecision when(CallContext context, Optional<Duration> asked, String why) {
    if (context.attempts() >= maxAttempts) {
      return RetryDecision.stop("attempts used up");
    }
    Duration backoff = backoff(context.attempts());
    Duration wait = asked.filter(it -> it.compareTo(backoff) > 0).orElse(backoff);
    // Waiting past the deadline would only delay the same news.
    if (wait.toNanos() >= context.remainingNanos()) {
      return RetryDecision.stop("the wait would pass the deadline");
    }
    // Who names a time has room for us then; only unasked repetitions add to somebody's trouble.
    if (asked.isEmpty() && !budget(context).take()) {
      return RetryDecision.stop("retry budget used up");
    }
    return RetryDecision.after(wait, why);
  }

  /** Exponential with full jitter: anywhere between nothing and the step. */
  private Duration backoff(int attempts) {
    long step = FIRST_BACKOFF.toNanos() << Math.min(attempts - 1, 10);
    return Duration.ofNanos(
        (long) (Math.min(step, LONGEST_BACKOFF.toNanos()) * jitter.getAsDouble()));
  }

  private RetryBudget budget(CallContext context) {
    return budgets.computeIfAbsent(context.client(), client -> new RetryBudget(clock));
  }
}
