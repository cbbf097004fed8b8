package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What every flight works with.
 *
 * @param budgets by client registration, and by binding too where the server counts by user
 */
record RefreshWork(
    TokenVault vault,
    TokenEndpoint endpoint,
    RefreshSettings settings,
    LedgerClock clock,
    Executor executor,
    RandomGenerator random,
    GrantReports grants,
    UnsavedPairs unsaved,
    Map<String, RefreshBudget> budgets) {

  private static final Backoff FAILURE_MEMORY =
      new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(30));

  static RefreshWork of(
      TokenVault vault,
      TokenEndpoint endpoint,
      RefreshSettings settings,
      LedgerClock clock,
      Executor executor,
      RandomGenerator random,
      GrantReports grants) {
    return new RefreshWork(
        vault,
        endpoint,
        settings,
        clock,
        executor,
        random,
        grants,
        new UnsavedPairs(vault, clock, executor, grants),
        new ConcurrentHashMap<>());
  }

  RefreshBudget budget(OauthClient client, BindingId binding) {
    String registration = client.tokenUri() + " " + client.clientId();
    return budgets.computeIfAbsent(
        client.refreshScope() == RefreshScope.BINDING ? registration + " " + binding : registration,
        key -> new RefreshBudget(client.refreshesPerMinute()));
  }

  /** Between half of {@code wait} and all of it. */
  Duration jitter(Duration wait) {
    long half = Math.max(1, wait.toNanos() / 2);
    return Duration.ofNanos(half + random.nextLong(half));
  }

  /** Until when, on the monotonic clock, a failure keeps others from trying. */
  long failureMemory(int failuresBefore, Duration asked) {
    Duration wait = jitter(FAILURE_MEMORY.after(failuresBefore));
    return clock.nanoTime() + (asked.compareTo(wait) > 0 ? asked : wait).toNanos();
  }
}
