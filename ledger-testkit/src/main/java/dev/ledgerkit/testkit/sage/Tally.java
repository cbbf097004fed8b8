package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.oauth.GrantCounts;
import dev.ledgerkit.testkit.sage.table.Witness;
import dev.ledgerkit.testkit.wire.Guard;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts while the simulator runs; {@link #snapshot()} is what a test reads. */
final class Tally implements GrantCounts, Witness {
  private final Guard guard = new Guard();
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
  private final Map<String, Thread> drawing = new HashMap<>();

  @Override
  public void exchanged() {
    guard.run(() -> exchanges++);
  }

  @Override
  public void refreshed() {
    guard.run(() -> refreshesAccepted++);
  }

  void refreshRejected() {
    guard.run(() -> refreshesRejected++);
  }

  @Override
  public void reused() {
    guard.run(() -> reuses++);
  }

  void revoked() {
    guard.run(() -> revokes++);
  }

  void businessMissing() {
    guard.run(() -> missingBusiness++);
  }

  @Override
  public void markedAsSent() {
    guard.run(() -> markedAsSent++);
  }

  @Override
  public void replayed() {
    guard.run(() -> idempotentReplays++);
  }

  /**
   * {@code call} is {@code METHOD /path} with ids folded; {@code creation} is blank unless it must
   * not run in parallel.
   */
  int entered(String call, boolean api, String creation) {
    return guard.get(
        () -> {
          calls.merge(call, 1, Integer::sum);
          apiCalls += api ? 1 : 0;
          concurrent++;
          maxConcurrent = Math.max(maxConcurrent, concurrent);
          if (!creation.isEmpty()) {
            maxParallelCreates =
                Math.max(maxParallelCreates, creating.merge(creation, 1, Integer::sum));
          }
          return concurrent;
        });
  }

  void left(int status, boolean counted, String creation) {
    guard.run(
        () -> {
          concurrent--;
          drawing.values().removeIf(Thread.currentThread()::equals);
          if (counted) {
            statuses.merge(status, 1, Integer::sum);
          }
          if (!creation.isEmpty()) {
            creating.merge(creation, -1, Integer::sum);
          }
        });
  }

  /**
   * Whether this request may draw the next number of the resource; not while another holds it. The
   * thread that serves a request is its own until the reply is out.
   */
  boolean drawsNumber(String resource) {
    return guard.get(
        () -> {
          Thread me = Thread.currentThread();
          return drawing.putIfAbsent(resource, me) == null || me.equals(drawing.get(resource));
        });
  }

  int concurrent() {
    return guard.get(
        () -> {
          return concurrent;
        });
  }

  Seen snapshot() {
    return guard.get(
        () -> {
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
        });
  }
}
