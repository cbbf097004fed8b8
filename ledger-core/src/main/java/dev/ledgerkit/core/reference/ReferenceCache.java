package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.http.AheadApi;
import java.util.concurrent.CompletableFuture;

/**
 * The reference lists of every binding, fetched once and kept. Safe for use by many threads.
 *
 * @since 0.1
 */
public interface ReferenceCache {

  /**
   * What is known, at once; fetches only if nothing is. Data older than a day are returned as they
   * are, and a refresh starts in the background; one that fails leaves them in place.
   *
   * @throws dev.ledgerkit.core.LedgerException whatever the fetch threw, if there is nothing to
   *     return
   */
  ReferenceData get(BindingId id);

  /**
   * Fetches now and returns what came; callers at the same time share one fetch. Throws what it
   * throws.
   */
  ReferenceData refresh(BindingId id);

  /** As {@link #refresh}, without waiting: every list, and every page of it, side by side. */
  CompletableFuture<ReferenceData> prefetch(BindingId id);

  /**
   * A fetch for a binding whose business is being asked for at this moment, so that its lists need
   * not wait for that. A cache that cannot do so fetches when the business is known.
   *
   * @param api reads before the binding is locked, and knows whose the answers are
   */
  default AheadFetch ahead(BindingId id, AheadApi api) {
    return afterwards(id);
  }

  /** A fetch that begins when the business is known. */
  default AheadFetch afterwards(BindingId id) {
    return new AheadFetch() {
      @Override
      public void begin() {}

      @Override
      public ReferenceData settle(Business business) {
        return refresh(id);
      }

      @Override
      public void close() {}
    };
  }

  /**
   * Drops what is known of the binding, in memory first.
   *
   * @throws dev.ledgerkit.core.VaultException if what is kept could not be deleted; ask again
   */
  void forget(BindingId id);
}
