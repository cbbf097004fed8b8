package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.RateLimitedException;
import dev.ledgerkit.core.http.AheadApi;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists read for a binding that is not locked yet. Nobody but the connect that asked for them has
 * them until they are settled: whoever else wants lists meanwhile asks for their own.
 */
final class AheadOfLock implements AheadFetch {
  private static final Logger LOG = LoggerFactory.getLogger(AheadOfLock.class);

  /** The cache's part in it. */
  interface Cache {
    /** What is kept of the binding before anything is read. */
    CompletableFuture<Optional<ReferenceSnapshots.Kept>> stored(BindingId id);

    /** Makes these the binding's lists unless it was forgotten, and waits for them. */
    ReferenceData land(
        AheadOfLock ahead,
        CompletableFuture<ReferenceData> lists,
        CompletableFuture<Optional<ReferenceSnapshots.Kept>> before);

    /** Fetches as ever. */
    ReferenceData refresh(BindingId id);

    /** It is over. */
    void gone(AheadOfLock ahead);
  }

  private record Begun(
      CompletableFuture<ReferenceData> lists,
      CompletableFuture<Optional<ReferenceSnapshots.Kept>> before) {}

  private final BindingId id;
  private final AheadApi api;
  private final ReferenceFetch fetch;
  private final Cache cache;
  private volatile @Nullable Begun begun; // a host's client may call from another thread
  private boolean settled;
  private volatile boolean forgotten;

  AheadOfLock(BindingId id, AheadApi api, ReferenceFetch fetch, Cache cache) {
    this.id = id;
    this.api = api;
    this.fetch = fetch;
    this.cache = cache;
  }

  BindingId binding() {
    return id;
  }

  /** The binding was disconnected: what was read is not to come back. */
  void forget() {
    forgotten = true;
    api.end();
  }

  boolean isForgotten() {
    return forgotten;
  }

  @Override
  public void begin() {
    if (begun == null) {
      begun = new Begun(fetch.start(id, api), cache.stored(id));
    }
  }

  @Override
  public ReferenceData settle(Business business) {
    Begun read = begun;
    if (read == null || forgotten || !api.mayRead(business)) {
      return cache.refresh(id);
    }
    settled = true;
    return cache.land(
        this,
        read.lists()
            .handle((data, failure) -> useless(business, failure))
            .thenCompose(again -> again ? fetch.start(id) : read.lists()),
        read.before());
  }

  /**
   * Whether they are to be read again. Not if the provider is down: it has been asked often enough.
   */
  private boolean useless(Business business, @Nullable Throwable failure) {
    boolean useless =
        failure == null ? !api.readFrom(business) : !isDown(CaffeineReferenceCache.cause(failure));
    if (useless) {
      LOG.debug("lists read ahead not used binding={} business={}", id, business.id(), failure);
    }
    return useless;
  }

  private static boolean isDown(Throwable failure) {
    return failure instanceof ProviderUnavailableException
        || failure instanceof RateLimitedException;
  }

  /** What was settled goes on, also if nobody waits for it any more. */
  @Override
  public void close() {
    if (!settled) {
      api.end();
    }
    cache.gone(this);
  }
}
