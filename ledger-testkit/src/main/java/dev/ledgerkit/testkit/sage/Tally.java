package dev.ledgerkit.testkit.sage;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts while the simulator runs; {@link #snapshot()} is what a test reads. */
final class Tally {
  private int exchanges;
  private int refreshesAccepted;
  private int refreshesRejected;
  private int reuses;
  private int revokes;
  private int apiCalls;
  private int missingBusiness;
  private int markedAsSent;
  private int idempotentReplays;
  private int concurrent;
  private int maxConcurrent;
  private int maxParallelCreates;
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<String, Integer> creating = new HashMap<>();

  synchronized void exchanged() {
    exchanges++;
  }

  synchronized void refreshed() {
    refreshesAccepted++;
  }

  synchronized void refreshRejected() {
    refreshesRejected++;
  }

  synchronized void reused() {
    reuses++;
  }

  synchronized void revoked() {
    revokes++;
  }

  synchronized void businessMissing() {
    missingBusiness++;
  }

  synchronized void markedAsSent() {
    markedAsSent++;
  }

  synchronized void replayed() {
    idempotentReplays++;
  }

  /**
   * {@code call} is {@code METHOD /path} with ids folded; {@code creation} is blank unless it must
   * not run in parallel.
   */
  synchronized int entered(String call, boolean api, String creation) {
    calls.merge(call, 1, Integer::sum);
    apiCalls += api ? 1 : 0;
    concurrent++;
    maxConcurrent = Math.max(maxConcurrent, concurrent);
    if (!creation.isEmpty()) {
      maxParallelCreates = Math.max(maxParallelCreates, creating.merge(creation, 1, Integer::sum));
    }
    return concurrent;
  }

  synchronized void left(int status, boolean api, String creation) {
    concurrent--;
    if (api) {
      statuses.merge(status, 1, Integer::sum);
    }
    if (!creation.isEmpty()) {
      creating.merge(creation, -1, Integer::sum);
    }
  }

  synchronized int concurrent() {
    return concurrent;
  }

  synchronized Seen snapshot() {
    return new Seen(
        exchanges,
        refreshesAccepted,
        refreshesRejected,
        reuses,
        revokes,
        apiCalls,
        missingBusiness,
        markedAsSent,
        idempotentReplays,
        maxConcurrent,
        maxParallelCreates,
        new TreeMap<>(calls),
        new TreeMap<>(statuses));
  }
}
