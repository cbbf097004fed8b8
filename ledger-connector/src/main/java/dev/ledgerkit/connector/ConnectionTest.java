package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectionReport;
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

  static ConnectionTest of(ConnectionReport report) {
    Optional<Step> failure = report.failure();
    return new ConnectionTest(
        report.answer(),
        failure.map(Step::detail).orElse(""),
        failure.map(Step::remedy).orElse(""),
        Optional.of(report));
  }

  static ConnectionTest failed(LedgerException why) {
    return new ConnectionTest(
        ConnectionReport.UNAVAILABLE,
        String.valueOf(why.getMessage()),
        remedy(why),
        Optional.empty());
  }

  private static String remedy(LedgerException why) {
    if (why instanceof ReconnectRequiredException) {
      return "set InitiateOAuth to GETANDREFRESH and open it, or give a token that works";
    }
    return why instanceof ConfigurationException ? "correct the connection properties" : "";
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
