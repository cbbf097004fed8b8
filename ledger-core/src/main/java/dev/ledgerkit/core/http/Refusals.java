package dev.ledgerkit.core.http;

import dev.ledgerkit.core.ApiException;
import dev.ledgerkit.core.ForbiddenException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.Problem;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import dev.ledgerkit.core.ValidationException;
import java.time.Duration;
import java.util.List;
import okhttp3.Response;

/** What an answer other than success means. */
final class Refusals {
  /** What is said of a 429 that names no time. */
  private static final Duration UNSTATED = Duration.ofSeconds(5);

  private Refusals() {}

  static LedgerException of(CallContext context, Response answer, LedgerClock clock) {
    int status = answer.code();
    return switch (status) {
      case 400, 409, 415, 422 ->
          new ValidationException(
              context.describe(),
              status,
              problems(context, answer),
              RequestIds.of(context, answer));
      case 403 ->
          new ForbiddenException(
              context.describe(),
              status,
              problems(context, answer),
              RequestIds.of(context, answer));
      case 404, 410 ->
          new NotFoundException(
              context.describe(),
              status,
              problems(context, answer),
              RequestIds.of(context, answer));
      case 429 ->
          new RateLimitedException(
              "provider", RetryAfter.of(answer.headers(), clock.instant()).orElse(UNSTATED));
      default ->
          status >= 500 || status == 408 ? trouble(context, answer, clock) : other(context, answer);
    };
  }

  /** What the provider objects to. */
  static List<Problem> problems(CallContext context, Response answer) {
    String type = answer.header("Content-Type", "");
    return context
        .route()
        .dialect()
        .problems(answer.code(), type == null ? "" : type, context.body());
  }

  private static LedgerException trouble(CallContext context, Response answer, LedgerClock clock) {
    String said =
        "an error (status %d)%s".formatted(answer.code(), RequestIds.suffix(context, answer));
    boolean done503 =
        answer.code() == 503 && RetryAfter.of(answer.headers(), clock.instant()).isPresent();
    if (!context.repeatable() && !done503) {
      return Outcomes.unknown(context, "was answered with " + said, null);
    }
    return new ProviderUnavailableException(
        "%s was answered with %s after %d attempts; try again later."
            .formatted(context.describe(), said, context.attempts()),
        null);
  }

  private static LedgerException other(CallContext context, Response answer) {
    return new ApiException(
        context.describe(),
        answer.code(),
        problems(context, answer),
        RequestIds.of(context, answer));
  }
}
