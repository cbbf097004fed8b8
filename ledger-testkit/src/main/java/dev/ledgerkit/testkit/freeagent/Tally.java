package dev.ledgerkit.testkit.freeagent;

import dev.ledgerkit.testkit.oauth.GrantCounts;
import dev.ledgerkit.testkit.wire.CallCounts;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts while the simulator runs; {@link #snapshot} is what a test reads. */
final class Tally implements GrantCounts {
  final CallCounts calls = new CallCounts();
  private final AtomicInteger exchanges = new AtomicInteger();
  private final AtomicInteger refreshesAccepted = new AtomicInteger();
  private final AtomicInteger refreshesRejected = new AtomicInteger();
  private final AtomicInteger reuses = new AtomicInteger();
  private final AtomicInteger missingUserAgent = new AtomicInteger();
  private final AtomicInteger missingAccept = new AtomicInteger();

  @Override
  public void exchanged() {
    exchanges.incrementAndGet();
  }

  @Override
  public void refreshed() {
    refreshesAccepted.incrementAndGet();
  }

  @Override
  public void reused() {
    reuses.incrementAndGet();
  }

  void refreshRejected() {
    refreshesRejected.incrementAndGet();
  }

  void headers(boolean userAgent, boolean accept) {
    if (!userAgent) {
      missingUserAgent.incrementAndGet();
    }
    if (!accept) {
      missingAccept.incrementAndGet();
    }
  }

  Seen snapshot(int duplicateNumbers) {
    CallCounts.Snapshot counted = calls.snapshot();
    return new Seen(
        exchanges.get(),
        refreshesAccepted.get(),
        refreshesRejected.get(),
        reuses.get(),
        counted.apiCalls(),
        missingUserAgent.get(),
        missingAccept.get(),
        duplicateNumbers,
        counted.maxConcurrent(),
        counted.maxParallelCreates(),
        counted.calls(),
        counted.statuses());
  }
}
