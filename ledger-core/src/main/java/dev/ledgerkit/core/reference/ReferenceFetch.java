package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Reads all lists of a binding, and all pages after the first of each, side by side. */
record ReferenceFetch(
    ApiClient api,
    Function<BindingId, List<ReferenceList>> lists,
    InstantSource clock,
    Executor executor) {

  CompletableFuture<ReferenceData> start(BindingId id) {
    return start(id, api);
  }

  /** As {@link #start(BindingId)}, through another client. */
  CompletableFuture<ReferenceData> start(BindingId id, ApiClient through) {
    Instant began = Instant.ofEpochMilli(clock.millis());
    Map<ReferenceKind, CompletableFuture<List<ReferenceItem>>> fetches = new LinkedHashMap<>();
    try {
      for (ReferenceList list : lists.apply(id)) {
        fetches.put(
            list.kind(),
            CompletableFuture.supplyAsync(() -> list.reader().apply(through, id), executor)
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
}
