package dev.ledgerkit.core.http;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.OutcomeUnknownException;
import dev.ledgerkit.core.ProviderUnavailableException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What it means that there is no answer to use. */
final class Outcomes {
  private Outcomes() {}

  static LedgerException of(CallContext context, IOException failure, String host) {
    if (failure instanceof UnusableAnswerException) {
      return unusable(context, failure);
    }
    if (context.unanswered() && !context.repeatable()) {
      return unknown(context, "was sent and its answer was lost", failure);
    }
    return new ProviderUnavailableException(
        "%s got no answer after %d attempts: %s"
            .formatted(context.describe(), context.attempts(), reason(context, failure, host)),
        failure);
  }

  /** A write whose outcome nobody here knows. */
  static LedgerException unknown(
      CallContext context, String whatHappened, @Nullable Throwable cause) {
    String lookup = context.request().lookup();
    return new OutcomeUnknownException(
        "%s %s; the record may exist and nothing was repeated. Look for %s before sending it again."
            .formatted(
                context.describe(),
                whatHappened,
                lookup == null ? "it under " + context.request().path() : lookup),
        cause);
  }

  private static LedgerException unusable(CallContext context, IOException failure) {
    if (!context.repeatable()) {
      return unknown(context, "was answered with " + failure.getMessage(), failure);
    }
    return new ProviderUnavailableException(
        "%s was answered with %s.".formatted(context.describe(), failure.getMessage()), failure);
  }

  private static String reason(CallContext context, IOException failure, String host) {
    if (Thread.currentThread().isInterrupted()) {
      return "the thread was interrupted; its interrupt flag is still set.";
    }
    if (context.remainingNanos() < TimeUnit.MILLISECONDS.toNanos(1)) {
      return "the deadline of %s is over; %s %s."
          .formatted(context.deadline(), host, FailureKind.TIMEOUT.remedy());
    }
    return host + " " + FailureKind.of(failure).remedy() + ".";
  }
}
