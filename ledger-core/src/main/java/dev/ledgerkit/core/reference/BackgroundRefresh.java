package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.store.StoreLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Refreshes what is due behind its readers: a few bindings at once, and one node for all. Safe for
 * use by many threads.
 */
final class BackgroundRefresh {
  private final Function<BindingId, CompletableFuture<ReferenceData>> fetch;
  private final Consumer<ReferenceData> hold;
  private final @Nullable ReferenceSnapshots snapshots;
  private final InstantSource clock;
  private final Executor executor;
  private final Duration longest;
  private final StartQueue queue;

  /**
   * Makes one.
   *
   * @param fetch gets a binding's data, keeps and holds them
   * @param hold takes what another node left in the store
   * @param atOnce how many bindings
   * @param longest after which a fetch is over for those who wait
   */
  BackgroundRefresh(
      Function<BindingId, CompletableFuture<ReferenceData>> fetch,
      Consumer<ReferenceData> hold,
      @Nullable ReferenceSnapshots snapshots,
      InstantSource clock,
      Executor executor,
      int atOnce,
      Duration longest) {
    this.fetch = fetch;
    this.hold = hold;
    this.snapshots = snapshots;
    this.clock = clock;
    this.executor = executor;
    this.longest = longest;
    this.queue = new StartQueue(atOnce);
  }

  /** Starts a refresh if one is due and nobody else did. */
  void consider(BindingId id, HeldReference held, long now) {
    ReferenceData old = held.data();
    if (held.claim(now, now + longest.toMillis()) && held.begin()) {
      queue.submit(() -> refresh(id, held, old).whenComplete((data, failure) -> held.ended()));
    }
  }

  /** Forgets what has not begun. */
  void clear() {
    queue.clear();
  }

  private CompletableFuture<ReferenceData> refresh(
      BindingId id, HeldReference held, ReferenceData old) {
    if (!held.holds(old)) { // refreshed otherwise while it waited
      return CompletableFuture.completedFuture(held.data());
    }
    CompletableFuture<Turn> turn;
    try {
      turn = CompletableFuture.supplyAsync(() -> turn(id, old), executor);
    } catch (RuntimeException e) { // an executor that takes no more
      turn = CompletableFuture.failedFuture(e);
    }
    return turn.thenCompose(
            mine ->
                mine.isOurs()
                    ? fetchUnder(id, mine.lease())
                    : CompletableFuture.completedFuture(old))
        .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS) // an executor may drop what it took
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                held.failed(old, clock.millis());
              }
            });
  }

  /** Whether this node is to fetch, and for as long as which lease. */
  private record Turn(boolean isOurs, @Nullable StoreLease lease) {
    static final Turn ANOTHERS = new Turn(false, null);
  }

  private Turn turn(BindingId id, ReferenceData old) {
    if (snapshots == null) {
      return new Turn(true, null);
    }
    if (holdsNewer(snapshots, id, old)) {
      return Turn.ANOTHERS;
    }
    Optional<StoreLease> lease = snapshots.lease(id, longest);
    if (lease.isEmpty()) {
      return Turn.ANOTHERS;
    }
    boolean done = true;
    try {
      done = holdsNewer(snapshots, id, old); // who had the lease may have just finished
    } finally {
      if (done) {
        snapshots.release(lease.get());
      }
    }
    return done ? Turn.ANOTHERS : new Turn(true, lease.get());
  }

  private boolean holdsNewer(ReferenceSnapshots in, BindingId id, ReferenceData old) {
    Optional<ReferenceData> newer =
        in.read(id)
            .flatMap(ReferenceSnapshots.Kept::data)
            .filter(kept -> kept.refreshedAt().isAfter(old.refreshedAt()));
    newer.ifPresent(hold);
    return newer.isPresent();
  }

  private CompletableFuture<ReferenceData> fetchUnder(BindingId id, @Nullable StoreLease lease) {
    return fetch
        .apply(id)
        .whenCompleteAsync(
            (data, failure) -> {
              if (lease != null && snapshots != null) {
                snapshots.release(lease);
              }
              if (failure != null) {
                postpone(id);
              }
            },
            executor);
  }

  /** Lets those behind it in the store have their turn. */
  private void postpone(BindingId id) {
    if (snapshots != null) {
      Instant next = clock.instant().plus(Freshness.retryAfter(1));
      ReferenceSnapshots in = snapshots;
      in.read(id)
          .ifPresent(kept -> kept.data().ifPresent(old -> in.save(old, Optional.of(kept), next)));
    }
  }
}
