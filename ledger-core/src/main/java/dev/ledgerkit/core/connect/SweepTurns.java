package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One node at a time, and one sweep a minute, by a lease in the store that all share. A node keeps
 * it from sweep to sweep until it sits one out. Confined to whoever sweeps.
 */
final class SweepTurns {
  private static final RecordKey KEY = new RecordKey("keep-alive", "sweep");
  private static final Duration LENGTH = Duration.ofMinutes(1);

  /** A timer of a minute may be a little early. */
  private static final long SHORTEST = LENGTH.minusSeconds(1).toNanos();

  private static final long RENEWED_AFTER = LENGTH.dividedBy(4).toNanos();

  private final RecordStore store;
  private final LedgerClock clock;
  private @Nullable StoreLease mine;
  private long began;
  private long renewed;
  private boolean sitsOut;

  SweepTurns(RecordStore store, LedgerClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether the next sweep is this node's, now. */
  boolean take() {
    if (sitsOut) {
      sitsOut = false;
      return false;
    }
    long now = clock.nanoTime();
    StoreLease last = mine;
    if (last != null && now - began < SHORTEST) {
      return false;
    }
    if (last == null || !store.renew(last, LENGTH)) {
      mine = store.grant(KEY, LENGTH).orElse(null);
    }
    began = now;
    renewed = now;
    return mine != null;
  }

  /** Whether it is this node's still, however long it takes; no other begins meanwhile. */
  boolean goesOn() {
    long now = clock.nanoTime();
    StoreLease last = mine;
    if (last == null || now - renewed < RENEWED_AFTER) {
      return last != null;
    }
    renewed = now;
    if (!store.renew(last, LENGTH)) {
      mine = null;
    }
    return mine != null;
  }

  /**
   * Leaves the next turn to another node, which may be able to do what this one could not. Nothing
   * is given back before its time, so that there is no more than a sweep a minute.
   */
  void sitOut() {
    mine = null;
    sitsOut = true;
  }
}
