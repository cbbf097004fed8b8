package dev.ledgerkit.replication;

import dev.ledgerkit.core.ForbiddenException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.NotFoundException;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.sink.Sink;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** One run: stream after stream, until somebody stops it. One thread's. */
final class ReplicationRun {
  private final ReplicationSource source;
  private final ApiClient api;
  private final Window window;
  private final Duration sweepAfter;
  private final PageReader pages;
  private final Meter meter;
  private @Nullable ProviderTime time;
  private boolean ended;

  ReplicationRun(
      ReplicationSource source,
      ApiClient api,
      Window window,
      Duration sweepAfter,
      PageReader pages,
      Meter meter) {
    this.source = source;
    this.api = api;
    this.window = window;
    this.sweepAfter = sweepAfter;
    this.pages = pages;
    this.meter = meter;
  }

  /** Brings a stream up to date, unless the run was ended before. */
  StreamReport bring(RecordStream stream, Sink sink) {
    StreamShape shape = stream.shape();
    if (ended) {
      return stopped(shape);
    }
    try {
      ProviderTime now = time();
      StreamTable table = new StreamTable(sink.open(shape), source.origin(shape.name()), window);
      StreamRun run = new StreamRun(stream, table, sweepAfter, now, pages, meter);
      Receipt receipt = run.run();
      return new StreamReport(
          shape,
          receipt.complete() ? StreamReport.Outcome.DONE : StreamReport.Outcome.UNSETTLED,
          run.swept(),
          receipt,
          null);
    } catch (CancellationException e) {
      ended = true;
      return stopped(shape);
    } catch (ForbiddenException | NotFoundException e) {
      return refused(shape, e);
    }
  }

  /** Asked once, which also finds out whether the business is reached at all. */
  private ProviderTime time() {
    ProviderTime known = time;
    if (known == null) {
      known = pages.call(() -> ProviderTime.ask(source, api));
      time = known;
    }
    return known;
  }

  private static StreamReport refused(StreamShape shape, LedgerException failure) {
    return new StreamReport(shape, StreamReport.Outcome.REFUSED, false, null, failure);
  }

  private static StreamReport stopped(StreamShape shape) {
    return new StreamReport(shape, StreamReport.Outcome.STOPPED, false, null, null);
  }
}
