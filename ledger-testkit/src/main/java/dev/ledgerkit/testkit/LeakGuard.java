package dev.ledgerkit.testkit;

import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * Finds responses that were not closed, by the connections they keep busy.
 *
 * <p>A connection in a client's pool is idle again once the body of its response is closed; one
 * that stays busy after the test belongs to a response somebody forgot.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * LeakGuard guard = new LeakGuard();
 * guard.watch(client);
 * // ... calls ...
 * assertEquals(List.of(), guard.leaks(Duration.ofSeconds(1)));
 * }</pre>
 *
 * <p>Note: a call still running counts as a leak; end it first.
 *
 * @since 0.1
 */
public final class LeakGuard {
  private static final Duration POLL = Duration.ofMillis(5);

  private final LedgerClock clock = LedgerClock.system();
  private final List<ConnectionPool> pools = new CopyOnWriteArrayList<>();

  /** A guard that watches nothing yet. */
  public LeakGuard() {}

  /** Watches the pool of this client, which clients derived from it share. */
  public void watch(OkHttpClient client) {
    pools.add(client.connectionPool());
  }

  /**
   * One line for each watched client that keeps connections busy, empty if none does.
   *
   * @param patience real time given to calls that are ending; a clean pool is not waited for
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public List<String> leaks(Duration patience) throws InterruptedException {
    long start = clock.nanoTime();
    List<String> leaks = busy();
    while (!leaks.isEmpty() && clock.nanoTime() - start < patience.toNanos()) {
      clock.sleep(POLL);
      leaks = busy();
    }
    return leaks;
  }

  private List<String> busy() {
    List<String> leaks = new ArrayList<>();
    for (ConnectionPool pool : pools) {
      int busy = pool.connectionCount() - pool.idleConnectionCount();
      if (busy > 0) {
        leaks.add(
            busy + " of " + pool.connectionCount() + " connections still carry an open response.");
      }
    }
    return leaks;
  }
}
