package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.ApiDialect;
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
   * Begins to fetch for a binding whose business is being asked for at this moment, so that its
   * lists need not wait for that. A cache that cannot do so fetches when the business is known.
   *
   * @param binding as it was when its new grant was kept; with the business it is, or is supposed
   *     to be, locked to
   * @param dialect how its provider is spoken to
   */
  default AheadFetch ahead(Binding binding, ApiDialect dialect) {
    return (business, sameGrant) -> refresh(binding.id());
  }

  /**
   * Drops what is known of the binding, in memory first.
   *
   * @throws dev.ledgerkit.core.VaultException if what is kept could not be deleted; ask again
   */
  void forget(BindingId id);
}
