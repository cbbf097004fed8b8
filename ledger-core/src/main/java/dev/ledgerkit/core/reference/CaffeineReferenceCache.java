package dev.ledgerkit.core.reference;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * A {@link ReferenceCache} in memory, bounded by Caffeine.
 *
 * <p>One fetch per binding at a time: who asks meanwhile shares it. All lists, and all pages after
 * the first of each, are fetched side by side on the given executor, so that a fetch takes about
 * two round trips.
 *
 * @since 0.1
 */
public final class CaffeineReferenceCache implements ReferenceCache, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CaffeineReferenceCache.class);
  private static final Duration STALE_AFTER = Duration.ofHours(24);

  /**
   * Every call under it has a deadline of its own; this is for an executor that drops what it took.
   */
  private static final Duration LONGEST_FETCH = Duration.ofMinutes(5);

  private final Cache<BindingId, ReferenceData> known;
  private final Map<BindingId, CompletableFuture<ReferenceData>> underWay =
      new ConcurrentHashMap<>();
  private final ApiClient api;
  private final Function<BindingId, List<ReferenceList>> lists;
  private final InstantSource clock;
  private final Executor executor;

  /**
   * A cache.
   *
   * @param lists what to fetch for a binding
   * @param executor where fetches run; one fetch needs a thread for each list and one for each page
   *     besides, and a smaller pool only makes it slower
   * @param maxBindings how many bindings are remembered at the most
   * @throws ConfigurationException if {@code maxBindings} is not positive
   */
  public CaffeineReferenceCache(
      ApiClient api,
      Function<BindingId, List<ReferenceList>> lists,
      InstantSource clock,
      Executor executor,
      int maxBindings) {
    if (maxBindings < 1) {
      throw new ConfigurationException("A cache of %d bindings is refused.".formatted(maxBindings));
    }
    this.api = api;
    this.lists = lists;
    this.clock = clock;
    this.executor = executor;
    this.known = Caffeine.newBuilder().maximumSize(maxBindings).build();
  }

  @Override
  public ReferenceData get(BindingId id) {
    ReferenceData data = known.getIfPresent(id);
    if (data == null) {
      return refresh(id);
    }
    if (data.age(clock.instant()).compareTo(STALE_AFTER) >= 0) {
      var unused = prefetch(id); // its failure is logged where it is met
    }
    return data;
  }

  @Override
  public ReferenceData refresh(BindingId id) {
    try {
      return prefetch(id).get(LONGEST_FETCH.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw unwrap(id, e);
    } catch (TimeoutException e) {
      throw unavailable(id, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(id, e);
    }
  }

  @Override
  public CompletableFuture<ReferenceData> prefetch(BindingId id) {
    CompletableFuture<ReferenceData> mine = new CompletableFuture<>();
    CompletableFuture<ReferenceData> shared = underWay.putIfAbsent(id, mine);
    if (shared != null) {
      return shared.copy();
    }
    var unused = fetch(id).whenComplete((data, failure) -> land(id, mine, data, failure));
    return mine.copy();
  }

  private void land(
      BindingId id,
      CompletableFuture<ReferenceData> fetch,
      @Nullable ReferenceData data,
      @Nullable Throwable failure) {
    boolean stillWanted = underWay.remove(id, fetch); // else forgotten meanwhile: not brought back
    if (data != null) {
      if (stillWanted) {
        known.put(id, data);
      }
      fetch.complete(data);
    } else {
      LOG.info("reference data not fetched binding={}", id, failure);
      fetch.completeExceptionally(Objects.requireNonNull(failure));
    }
  }

  @Override
  public void forget(BindingId id) {
    underWay.remove(id);
    known.invalidate(id);
  }

  private CompletableFuture<ReferenceData> fetch(BindingId id) {
    Instant began = Instant.ofEpochMilli(clock.millis());
    Map<ReferenceKind, CompletableFuture<List<ReferenceItem>>> fetches = new LinkedHashMap<>();
    try {
      for (ReferenceList list : lists.apply(id)) {
        fetches.put(
            list.kind(),
            CompletableFuture.supplyAsync(() -> list.reader().apply(api, id), executor)
                .thenCompose(paged -> paged.fetchAllAsync(executor)));
      }
    } catch (RuntimeException e) { // the host's lists or an executor that takes no more
      return CompletableFuture.failedFuture(e);
    }
    return CompletableFuture.allOf(fetches.values().toArray(CompletableFuture[]::new))
        .thenApply(
            done -> {
              Map<ReferenceKind, List<ReferenceItem>> all = new LinkedHashMap<>();
              fetches.forEach((kind, items) -> all.put(kind, items.join()));
              return new ReferenceData(id, all, began);
            });
  }

  private static LedgerException unwrap(BindingId id, ExecutionException e) {
    @Nullable Throwable cause = e.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof LedgerException known ? known : unavailable(id, e);
  }

  private static ProviderUnavailableException unavailable(BindingId id, Exception why) {
    return new ProviderUnavailableException(
        "The reference data of binding %s could not be read.".formatted(id), why);
  }

  /** Ends the fetches under way, so that nobody waits for threads that are stopped. */
  @Override
  public void close() {
    ProviderUnavailableException closed =
        new ProviderUnavailableException("The reference cache was closed.", null);
    underWay.values().forEach(fetch -> fetch.completeExceptionally(closed));
  }
}
