package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.StreamReport;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a run says of its streams, a line each. */
final class ReceiptTable {
  private ReceiptTable() {}

  static List<String> of(List<StreamReport> streams) {
    List<String> lines = new ArrayList<>();
    lines.add(row("stream", "stated", "read", "in sink", "complete to"));
    streams.forEach(stream -> lines.add(row(stream)));
    return lines;
  }

  private static String row(StreamReport report) {
    String name = report.shape().name();
    Receipt receipt = report.receipt();
    return receipt == null
        ? row(name, "-", "-", "-", ending(report))
        : row(
            name,
            stated(receipt),
            Long.toString(receipt.read()),
            Long.toString(receipt.inSink()),
            ending(report));
  }

  private static String row(
      String stream, String stated, String read, String inSink, String ending) {
    return String.format(
        Locale.ROOT, "%-29s %8s %8s %8s  %s", stream, stated, read, inSink, ending);
  }

  /** Of the window: what is outside it was left out on purpose. */
  private static String stated(Receipt receipt) {
    return receipt.stated() < 0
        ? "-"
        : Long.toString(receipt.stated() - Math.max(0, receipt.outside()));
  }

  private static String ending(StreamReport report) {
    return switch (report.outcome()) {
      case DONE -> completeTo(report.receipt());
      case UNSETTLED -> "changed while it was read; the next run reads on";
      case REFUSED -> "refused: " + why(report.failure());
      case STOPPED -> "stopped; the next run goes on";
    };
  }

  private static String completeTo(@Nullable Receipt receipt) {
    return receipt == null || receipt.completeTo() == null
        ? ""
        : receipt.completeTo().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String why(@Nullable LedgerException failure) {
    return failure == null ? "" : String.valueOf(failure.getMessage());
  }
}
