package dev.ledgerkit.core.reference;

import dev.ledgerkit.core.BindingId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's part in a fetch. Whatever a host's store throws, the fetch goes on: it is as one that
 * has nothing and keeps nothing.
 */
record SnapshotKeeping(ReferenceSnapshots snapshots, Executor executor, Duration longest) {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeping.class);

  /**
   * What became of data that were to be kept.
   *
   * @param version of the record, if this node wrote it
   * @param before what that replaced
   */
  record Saved(Optional<Long> version, Optional<ReferenceData> before) {
    static final Saved NOT = new Saved(Optional.empty(), Optional.empty());
  }

  CompletableFuture<Optional<ReferenceSnapshots.Kept>> read(BindingId id) {
    try {
      return CompletableFuture.supplyAsync(() -> snapshots.read(id), executor)
          .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionally(
              failure -> {
                LOG.warn("kept reference data not read binding={}", id, failure);
                return Optional.empty();
              });
    } catch (RuntimeException e) { // an executor that takes no more
      return CompletableFuture.failedFuture(e);
    }
  }

  Saved keep(ReferenceData data, Optional<ReferenceSnapshots.Kept> before, Instant dueAt) {
    try {
      Optional<Long> version = snapshots.save(data, before, dueAt);
      return version.isEmpty()
          ? Saved.NOT
          : new Saved(version, before.flatMap(ReferenceSnapshots.Kept::data));
    } catch (RuntimeException e) {
      LOG.warn("reference data not kept binding={}; they are in memory only", data.binding(), e);
      return Saved.NOT;
    }
  }

  /** Takes back what was kept, if nothing has come after it. */
  void unkeep(BindingId id, long version) {
    try {
      snapshots.delete(id, version);
    } catch (RuntimeException e) {
      LOG.warn("kept reference data not deleted binding={}", id, e);
    }
  }
}
