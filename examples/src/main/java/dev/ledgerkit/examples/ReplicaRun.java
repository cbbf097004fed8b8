package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.sink.Sink;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Runs of a replication as a person watches them: the progress, then a table and a sum.
 *
 * @param progress listens to the replication
 */
record ReplicaRun(
    Terminal terminal, LedgerClock clock, Replication replication, ProgressDisplay progress) {

  /** Everything is in the table. */
  RunReport run(Sink sink) {
    return run(sink, true);
  }

  /** Only what was read, or did not go well, is in the table. */
  RunReport again(Sink sink) {
    return run(sink, false);
  }

  private RunReport run(Sink sink, boolean all) {
    long begun = clock.nanoTime();
    progress.begin(replication.streams());
    RunReport report;
    try {
      report = replication.run(sink);
    } finally {
      progress.end();
    }
    List<StreamReport> told =
        report.streams().stream().filter(stream -> all || isNews(stream)).toList();
    ReceiptTable.of(told).forEach(terminal::say);
    Duration took = Duration.ofNanos(clock.nanoTime() - begun);
    terminal.say(sum(report, took));
    return report;
  }

  private static boolean isNews(StreamReport stream) {
    Receipt receipt = stream.receipt();
    return stream.outcome() != StreamReport.Outcome.DONE || receipt == null || receipt.read() > 0;
  }

  private static String sum(RunReport report, Duration took) {
    return String.format(
        Locale.ROOT,
        "%d streams: %d records read in %.1f s, %d in the files.",
        report.streams().size(),
        report.receipts().stream().mapToLong(Receipt::read).sum(),
        took.toMillis() / 1000.0,
        report.receipts().stream().mapToLong(Receipt::inSink).sum());
  }
}
