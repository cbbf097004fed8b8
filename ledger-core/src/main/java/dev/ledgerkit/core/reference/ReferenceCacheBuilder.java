package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.store.RecordStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is optional about a {@link CaffeineReferenceCache}. Not safe for use by many
 * threads.
 *
 * @since 0.1
 */
public final class ReferenceCacheBuilder {
  final ApiClient api;
  final Function<BindingId, List<ReferenceList>> lists;
  final Executor executor;
  InstantSource clock = LedgerClock.system();
  LedgerListener listener = LedgerListener.NONE;
  @Nullable RecordStore store;
  int maxBindings = 10_000;
  int refreshesAtOnce = 8;
  Duration staleAfter = Duration.ofHours(24);
  Duration spread = Duration.ofHours(1);

  /**
   * Every call under a fetch has a deadline of its own; this is for an executor that drops what it
   * took, and for a node that dies while it fetches for all.
   */
  Duration longestFetch = Duration.ofMinutes(5);

  ReferenceCacheBuilder(
      ApiClient api, Function<BindingId, List<ReferenceList>> lists, Executor executor) {
    this.api = api;
    this.lists = lists;
    this.executor = executor;
  }

  /** Dates the data. */
  public ReferenceCacheBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** Who is told what changed between two fetches. */
  public ReferenceCacheBuilder listener(LedgerListener told) {
    listener = told;
    return this;
  }

  /** Where a copy is kept for restarts and other nodes; nowhere unless set. */
  public ReferenceCacheBuilder store(RecordStore records) {
    store = records;
    return this;
  }

  /** How many bindings are remembered at the most; 10,000 unless set. */
  public ReferenceCacheBuilder maxBindings(int bindings) {
    maxBindings = bindings;
    return this;
  }

  /** How many bindings are refreshed in the background at once; 8 unless set. */
  public ReferenceCacheBuilder refreshesAtOnce(int bindings) {
    refreshesAtOnce = bindings;
    return this;
  }

  /** How old data get before they are refreshed; 24 hours unless set. */
  public ReferenceCacheBuilder staleAfter(Duration age) {
    staleAfter = age;
    return this;
  }

  /**
   * By how much longer, at the most and by binding, they are left, so that not all are refreshed
   * together; an hour unless set.
   */
  public ReferenceCacheBuilder spread(Duration most) {
    spread = most;
    return this;
  }

  /**
   * The cache. It starts no thread of its own.
   *
   * @throws ConfigurationException naming the value that is refused
   */
  public CaffeineReferenceCache build() {
    if (maxBindings < 1) {
      throw new ConfigurationException("A cache of %d bindings is refused.".formatted(maxBindings));
    }
    if (refreshesAtOnce < 1) {
      throw new ConfigurationException(
          "%d refreshes at once are refused; take at least 1.".formatted(refreshesAtOnce));
    }
    if (staleAfter.isNegative() || staleAfter.isZero() || spread.isNegative()) {
      throw new ConfigurationException(
          "Data stale after %s, spread over %s, are refused.".formatted(staleAfter, spread));
    }
    return new CaffeineReferenceCache(this);
  }
}
