package dev.ledgerkit.replication;

import java.util.List;
import java.util.Objects;

/**
 * What a run did.
 *
 * @param streams parents before children; those a stopped run did not reach are {@link
 *     StreamReport.Outcome#STOPPED}
 * @since 0.1
 */
public record RunReport(List<StreamReport> streams) {
  /** Copies the streams. */
  public RunReport {
    streams = List.copyOf(streams);
  }

  /** Whether the sink agrees with the provider in every stream. */
  public boolean complete() {
    return streams.stream().allMatch(report -> report.outcome() == StreamReport.Outcome.DONE);
  }

  /** The receipts of the streams that have one. */
  public List<Receipt> receipts() {
    return streams.stream().map(StreamReport::receipt).filter(Objects::nonNull).toList();
  }

  /** The report of a stream, by its name. */
  public StreamReport stream(String name) {
    return streams.stream()
        .filter(report -> report.shape().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No stream '%s' was run.".formatted(name)));
  }
}
