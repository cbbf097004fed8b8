package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.http.AheadApi;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists under way for a binding that is not locked yet, and what becomes of them. */
final class AheadOfLock implements AheadFetch {
  private static final Logger LOG = LoggerFactory.getLogger(AheadOfLock.class);

  private final BindingId id;
  private final AheadApi api;
  private final ReferenceFetch fetch;
  private final CompletableFuture<ReferenceData> lists;
  private final Function<CompletableFuture<ReferenceData>, ReferenceData> land;
  private final Runnable drop;

  /**
   * Begins to fetch.
   *
   * @param land keeps what comes, and waits for it
   * @param drop gives up its place among the fetches under way, if it still has one
   */
  AheadOfLock(
      BindingId id,
      AheadApi api,
      ReferenceFetch fetch,
      Function<CompletableFuture<ReferenceData>, ReferenceData> land,
      Runnable drop) {
    this.id = id;
    this.api = api;
    this.fetch = fetch;
    this.land = land;
    this.drop = drop;
    this.lists = fetch.start(id, api);
  }

  @Override
  public ReferenceData settle(Business business, boolean sameGrant) {
    return land.apply(
        lists
            .handle((data, failure) -> own(data, failure, business, sameGrant))
            .thenCompose(
                own ->
                    own.map(CompletableFuture::completedFuture).orElseGet(() -> fetch.start(id))));
  }

  private Optional<ReferenceData> own(
      @Nullable ReferenceData data,
      @Nullable Throwable failure,
      Business business,
      boolean sameGrant) {
    Optional<ReferenceData> own =
        Optional.ofNullable(data).filter(came -> api.readFrom(business, sameGrant));
    if (own.isEmpty()) {
      LOG.debug(
          "lists read ahead not used binding={} business={}; read again",
          id,
          business.id(),
          failure);
    }
    return own;
  }

  @Override
  public void close() {
    api.end();
    drop.run();
  }
}
