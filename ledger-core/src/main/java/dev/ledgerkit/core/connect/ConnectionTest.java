package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectionReport.Step;
import java.util.Optional;

/**
 * Whether a connection works, in one of two fixed answers, and if not, why and what helps.
 * Immutable, so safe for use by many threads; holds no secret.
 *
 * @param answer {@link ConnectionReport#AVAILABLE} or {@link ConnectionReport#UNAVAILABLE}
 * @param cause what was found; empty if it works
 * @param remedy what to do; empty if it works, or if the cause says it
 * @param report what was looked at, step by step; empty if it did not come to that
 * @since 0.1
 */
public record ConnectionTest(
    String answer, String cause, String remedy, Optional<ConnectionReport> report) {

  /** What a report comes to. */
  public static ConnectionTest of(ConnectionReport report) {
    Optional<Step> failure = report.failure();
    return new ConnectionTest(
        report.answer(),
        failure.map(Step::detail).orElse(""),
        failure.map(Step::remedy).orElse(""),
        Optional.of(report));
  }

  /** It did not come to a report, or the report did not tell. */
  public static ConnectionTest failed(LedgerException why, String remedy) {
    return new ConnectionTest(
        ConnectionReport.UNAVAILABLE, String.valueOf(why.getMessage()), remedy, Optional.empty());
  }

  /** Whether it works. */
  public boolean available() {
    return answer.equals(ConnectionReport.AVAILABLE);
  }

  /** The answer, and after it the cause and the remedy where there are any. */
  public String message() {
    return answer
        + (cause.isEmpty() ? "" : ": " + cause)
        + (remedy.isEmpty() ? "" : " (" + remedy + ")");
  }
}
