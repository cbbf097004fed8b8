package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectionReport;
import dev.ledgerkit.core.connect.ConnectionReport.Step;
import java.util.Optional;

/**
 * Whether a data source works, and if not, why and what helps. Holds no secret.
 *
 * @param answer {@link ConnectionReport#AVAILABLE} or {@link ConnectionReport#UNAVAILABLE}
 * @param cause what was found; empty if it works
 * @param remedy what to do; empty if it works, or if the cause says it
 * @param report what was looked at, step by step; empty if it did not come to that
 * @since 0.1
 */
public record SourceTest(
    String answer, String cause, String remedy, Optional<ConnectionReport> report) {

  static SourceTest of(ConnectionReport report) {
    return new SourceTest(
        report.answer(),
        report.failure().map(Step::detail).orElse(""),
        report.failure().map(Step::remedy).orElse(""),
        Optional.of(report));
  }

  static SourceTest failed(LedgerException why) {
    return new SourceTest(
        ConnectionReport.UNAVAILABLE, String.valueOf(why.getMessage()), "", Optional.empty());
  }

  /** Whether it works. */
  public boolean verified() {
    return answer.equals(ConnectionReport.AVAILABLE);
  }
}
