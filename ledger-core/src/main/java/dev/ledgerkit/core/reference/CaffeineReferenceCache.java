package dev.ledgerkit.core.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReferenceChange;
import dev.ledgerkit.core.http.AheadApi;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.reference.SnapshotKeeping.Saved;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link ReferenceCache} in memory, bounded by Caffeine, with a copy in the store if it is given
 * one.
 *
 * <p>One fetch per binding at a time: who asks meanwhile shares it. All lists, and all pages after
 * the first of each, are fetched side by side on the given executor, so that a fetch takes about
 * two round trips. Data a day old are refreshed in the background, a few bindings at a time, spread
 * over an hour and by one node for all; until that succeeds they are served as they are. A provider
 * that fails is left alone for five minutes, then longer, up to an hour.
 *
 * <p>With a store a restart fetches nothing, and what one node fetched the others find.
 *
 * @since 0.1
 */
public final class CaffeineReferenceCache implements ReferenceCache, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaffeineReferenceCache.class);

  private final Cache<BindingId, HeldReference> known;

  /**
   * Reads what is there past the policy of eviction, whose bookkeeping costs more than the read.
   * Uses are told to it once a minute for each binding.
   */
  private final Policy<BindingId, HeldReference> quietly;

  /** Reads that found nothing in memory; failures are told to those who wait and to nobody else. */
  private final Map<BindingId, CompletableFuture<HeldReference>> loading =
      new ConcurrentHashMap<>();

  private final Map<BindingId, CompletableFuture<ReferenceData>> underWay =
      new ConcurrentHashMap<>();

  /** Begun before their binding was locked; here so that {@link #forget} finds them. */
  private final Set<AheadOfLock> ahead = ConcurrentHashMap.newKeySet();

  private final AheadOfLock.Cache aheadCache = new AheadCache();
  private final ReferenceFetch fetch;
  private final BackgroundRefresh refresh;
  private final InstantSource clock;
  private final Executor executor;
  private final Duration longestFetch;
  private final LedgerListener listener;
  private final Freshness freshness;
  private final @Nullable ReferenceSnapshots snapshots;
  private final @Nullable SnapshotKeeping keeping;

  CaffeineReferenceCache(ReferenceCacheBuilder builder) {
    this.clock = builder.clock;
    this.executor = builder.executor;
    this.longestFetch = builder.longestFetch;
    this.fetch = new ReferenceFetch(builder.api, builder.lists, clock, executor);
    this.listener = LedgerListener.guarded(builder.listener);
    this.freshness = new Freshness(builder.staleAfter, builder.spread);
    this.snapshots = builder.store == null ? null : new ReferenceSnapshots(builder.store);
    this.keeping =
        snapshots == null ? null : new SnapshotKeeping(snapshots, executor, longestFetch);
    this.refresh =
        new BackgroundRefresh(
            this::prefetch,
            this::hold,
            snapshots,
            clock,
            executor,
            builder.refreshesAtOnce,
            longestFetch);
    this.known =
        Caffeine.newBuilder()
            .maximumSize(builder.maxBindings)
            .executor(
                Runnable::run) // its own upkeep is short, and the host's executor is for calls
            .build();
    this.quietly = known.policy();
  }

  /**
   * Begins one.
   *
   * @param lists what to fetch for a binding
   * @param executor where fetches run; one fetch needs a thread for each list and one for each page
   *     besides, and a smaller pool only makes it slower
   */
  public static ReferenceCacheBuilder builder(
      ApiClient api, Function<BindingId, List<ReferenceList>> lists, Executor executor) {
    return new ReferenceCacheBuilder(api, lists, executor);
  }

  @Override
  public ReferenceData get(BindingId id) {
    long now = clock.millis();
    @Nullable HeldReference there = quietly.getIfPresentQuietly(id);
    HeldReference held = there == null ? await(id, load(id)) : there;
    if (held.noteUse(now)) {
      var unused = known.getIfPresent(id);
    }
    if (held.isDue(now)) {
      refresh.consider(id, held, now);
    }
    return held.data();
  }

  @Override
  public ReferenceData refresh(BindingId id) {
    return await(id, prefetch(id));
  }

  @Override
  public CompletableFuture<ReferenceData> prefetch(BindingId id) {
    CompletableFuture<ReferenceData> mine = new CompletableFuture<>();
    CompletableFuture<ReferenceData> shared = underWay.putIfAbsent(id, mine);
    if (shared != null) {
      return shared.copy();
    }
    landing(id, fetch.start(id), stored(id), mine);
    return mine.copy();
  }

  @Override
  public AheadFetch ahead(BindingId id, AheadApi api) {
    AheadOfLock fetched = new AheadOfLock(id, api, fetch, aheadCache);
    ahead.add(fetched);
    return fetched;
  }

  private final class AheadCache implements AheadOfLock.Cache {
    @Override
    public CompletableFuture<Optional<ReferenceSnapshots.Kept>> stored(BindingId id) {
      return CaffeineReferenceCache.this.stored(id);
    }

    /**
     * Where a reader was quicker after the lock, its fetch is the one that counts. {@link #forget}
     * marks first and takes out of the map then, so one of the two sees the other.
     */
    @Override
    public ReferenceData land(
        AheadOfLock fetched,
        CompletableFuture<ReferenceData> lists,
        CompletableFuture<Optional<ReferenceSnapshots.Kept>> before) {
      BindingId id = fetched.binding();
      CompletableFuture<ReferenceData> mine = new CompletableFuture<>();
      CompletableFuture<ReferenceData> shared = underWay.putIfAbsent(id, mine);
      if (shared != null) {
        try {
          return await(id, shared);
        } catch (LedgerException e) {
          LOG.debug("a reader's fetch failed, those read ahead are kept binding={}", id, e);
        }
        shared = underWay.putIfAbsent(id, mine);
        if (shared != null) {
          return await(id, shared);
        }
      }
      if (fetched.isForgotten()) {
        underWay.remove(id, mine);
      }
      landing(id, lists, before, mine);
      return await(id, mine);
    }

    @Override
    public ReferenceData refresh(BindingId id) {
      return CaffeineReferenceCache.this.refresh(id);
    }

    @Override
    public void gone(AheadOfLock fetched) {
      ahead.remove(fetched);
    }
  }

  /** Keeps and holds what comes, then gives it to those who wait. */
  private void landing(
      BindingId id,
      CompletableFuture<ReferenceData> lists,
      CompletableFuture<Optional<ReferenceSnapshots.Kept>> before,
      CompletableFuture<ReferenceData> waiting) {
    var unused =
        lists
            .thenCombine(before, (data, kept) -> new Fetched(data, kept))
            .orTimeout(longestFetch.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((fetched, failure) -> land(id, waiting, fetched, failure));
  }

  private record Fetched(ReferenceData data, Optional<ReferenceSnapshots.Kept> before) {}

  private void land(
      BindingId id,
      CompletableFuture<ReferenceData> waiting,
      @Nullable Fetched fetched,
      @Nullable Throwable failure) {
    if (fetched == null) {
      underWay.remove(id, waiting);
      logUnfetched(id, Objects.requireNonNull(failure));
      waiting.completeExceptionally(failure);
      return;
    }
    Saved saved = underWay.get(id) == waiting ? keep(fetched) : Saved.NOT;
    if (underWay.remove(id, waiting)) {
      hold(fetched.data());
    } else {
      saved // forgotten while it was kept
          .version()
          .ifPresent(version -> Objects.requireNonNull(keeping).unkeep(id, version));
    }
    waiting.complete(fetched.data());
    saved.before().ifPresent(old -> tell(id, ReferenceDiff.between(old, fetched.data())));
  }

  /** Whoever waits gets the failure; those of Ledger's own say enough without a stack. */
  private static void logUnfetched(BindingId id, Throwable failure) {
    Throwable why = cause(failure);
    if (why instanceof LedgerException) {
      LOG.info("reference data not fetched binding={}: {}", id, why.getMessage());
    } else {
      LOG.warn("reference data not fetched binding={}", id, why);
    }
  }

  private Saved keep(Fetched fetched) {
    ReferenceData data = fetched.data();
    return keeping == null
        ? new Saved(Optional.empty(), held(data.binding()).map(HeldReference::data))
        : keeping.keep(data, fetched.before(), freshness.due(data));
  }

  private void tell(BindingId id, List<ReferenceChange> changes) {
    if (!changes.isEmpty()) {
      listener.on(new LedgerEvent.ReferenceDataChanged(id, clock.instant(), changes));
    }
  }

  private Optional<HeldReference> held(BindingId id) {
    return Optional.ofNullable(quietly.getIfPresentQuietly(id));
  }

  private HeldReference hold(ReferenceData data) {
    long due = freshness.due(data).toEpochMilli();
    return known
        .asMap()
        .compute(
            data.binding(),
            (id, there) -> {
              if (there == null) {
                return new HeldReference(data, due);
              }
              there.renew(data, due);
              return there;
            });
  }

  /**
   * What is held, or else what a restart or another node left in the store, however old; fetches if
   * there is nothing. Callers at the same time share it.
   */
  private CompletableFuture<HeldReference> load(BindingId id) {
    CompletableFuture<HeldReference> mine = new CompletableFuture<>();
    CompletableFuture<HeldReference> shared = loading.putIfAbsent(id, mine);
    if (shared != null) {
      return shared;
    }
    @Nullable HeldReference there = quietly.getIfPresentQuietly(id);
    if (there != null) { // as it is: when it is due, and how often it failed, is known here only
      loading.remove(id, mine);
      mine.complete(there);
      return mine;
    }
    var unused =
        stored(id)
            .thenCompose(
                kept ->
                    kept.flatMap(ReferenceSnapshots.Kept::data)
                        .map(CompletableFuture::completedFuture)
                        .orElseGet(() -> prefetch(id)))
            .whenComplete((data, failure) -> loaded(id, mine, data, failure));
    return mine;
  }

  private void loaded(
      BindingId id,
      CompletableFuture<HeldReference> waiting,
      @Nullable ReferenceData data,
      @Nullable Throwable failure) {
    boolean wanted = loading.remove(id, waiting);
    if (data == null) {
      waiting.completeExceptionally(Objects.requireNonNull(failure));
    } else { // forgotten meanwhile, it is for those who wait
      waiting.complete(
          wanted ? hold(data) : new HeldReference(data, freshness.due(data).toEpochMilli()));
    }
  }

  private CompletableFuture<Optional<ReferenceSnapshots.Kept>> stored(BindingId id) {
    return keeping == null ? CompletableFuture.completedFuture(Optional.empty()) : keeping.read(id);
  }

  /**
   * Begins to refresh what is due in the store, most overdue first, in the background; for a host
   * or a timer that calls it every minute or so, on any number of nodes. Without it data are
   * refreshed when somebody next reads them.
   *
   * @param limit how many bindings at the most
   * @return how many there were
   * @throws dev.ledgerkit.core.VaultException if the store failed
   */
  public int refreshDue(int limit) {
    if (snapshots == null) {
      return 0;
    }
    List<BindingId> due = snapshots.due(clock.instant(), limit);
    for (BindingId id : due) {
      var unused = load(id).thenAccept(held -> refresh.consider(id, held, clock.millis()));
    }
    return due.size();
  }

  /**
   * Learns what other nodes fetched since the last poll: one query, and a read for each binding
   * whose data are in memory here.
   *
   * @throws dev.ledgerkit.core.VaultException if the store failed
   */
  public void poll() {
    if (snapshots != null) {
      ReferenceSnapshots from = snapshots;
      from.changes(id -> held(id).ifPresent(held -> adopt(from, id, held)));
    }
  }

  private void adopt(ReferenceSnapshots from, BindingId id, HeldReference held) {
    try {
      Optional<ReferenceSnapshots.Kept> kept = from.read(id);
      if (kept.isEmpty()) {
        known.invalidate(id);
      }
      kept.flatMap(ReferenceSnapshots.Kept::data)
          .filter(data -> data.refreshedAt().isAfter(held.data().refreshedAt()))
          .ifPresent(this::hold);
    } catch (LedgerException e) { // one that cannot be read must not hide the others
      LOG.warn("kept reference data not read binding={}", id, e);
    }
  }

  @Override
  public void forget(BindingId id) {
    ahead.stream().filter(fetched -> fetched.binding().equals(id)).forEach(AheadOfLock::forget);
    underWay.remove(id);
    loading.remove(id);
    known.invalidate(id);
    if (snapshots != null) {
      snapshots.delete(id);
    }
  }

  private <T> T await(BindingId id, CompletableFuture<T> future) {
    try {
      return future.get(longestFetch.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw unwrap(id, e);
    } catch (TimeoutException e) {
      throw unavailable(id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(id, e);
    }
  }

  private static LedgerException unwrap(BindingId id, ExecutionException e) {
    return cause(e) instanceof LedgerException known ? known : unavailable(id, e);
  }

  /** What went wrong below what the JDK's futures wrap around it. */
  static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static ProviderUnavailableException unavailable(BindingId id, Exception why) {
    return new ProviderUnavailableException(
        "The reference data of binding %s could not be read.".formatted(id), why);
  }

  /** Ends the fetches under way, so that nobody waits for threads that are stopped. */
  @Override
  public void close() {
    refresh.clear();
    ProviderUnavailableException closed =
        new ProviderUnavailableException("The reference cache was closed.", null);
    underWay.values().forEach(waiting -> waiting.completeExceptionally(closed));
    loading.values().forEach(waiting -> waiting.completeExceptionally(closed));
  }
}
