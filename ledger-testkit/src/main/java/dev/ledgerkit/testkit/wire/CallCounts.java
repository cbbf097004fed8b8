package dev.ledgerkit.testkit.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often what was called, and how much of it at one time.
 *
 * <p>Safe for use by many threads.
 *
 * @since 0.1
 */
public final class CallCounts {
  private final Guard guard = new Guard();
  private int apiCalls;
  private int concurrent;
  private int maxConcurrent;
  private int maxParallelCreates;
  private final Map<String, Integer> calls = new TreeMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();
  private final Map<String, Integer> creating = new HashMap<>();

  /** Nothing was called yet. */
  public CallCounts() {}

  /**
   * As of one moment.
   *
   * @since 0.1
   */
  public record Snapshot(
      int apiCalls,
      int maxConcurrent,
      int maxParallelCreates,
      Map<String, Integer> calls,
      Map<Integer, Integer> statuses) {

    /** Copies the maps. */
    public Snapshot {
      calls = new TreeMap<>(calls);
      statuses = new TreeMap<>(statuses);
    }
  }

  /**
   * A request came.
   *
   * @param call {@code METHOD /path} with ids folded
   * @param creation blank unless it must not run in parallel
   */
  public void entered(String call, boolean api, String creation) {
    guard.run(
        () -> {
          calls.merge(call, 1, Integer::sum);
          apiCalls += api ? 1 : 0;
          concurrent++;
          maxConcurrent = Math.max(maxConcurrent, concurrent);
          if (!creation.isEmpty()) {
            maxParallelCreates =
                Math.max(maxParallelCreates, creating.merge(creation, 1, Integer::sum));
          }
        });
  }

  /** Its answer is decided. */
  public void left(int status, boolean counted, String creation) {
    guard.run(
        () -> {
          concurrent--;
          if (counted) {
            statuses.merge(status, 1, Integer::sum);
          }
          if (!creation.isEmpty()) {
            creating.merge(creation, -1, Integer::sum);
          }
        });
  }

  public Snapshot snapshot() {
    return guard.get(
        () -> new Snapshot(apiCalls, maxConcurrent, maxParallelCreates, calls, statuses));
  }
}
