package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import java.time.Duration;
import java.util.Optional;

/**
 * One node at a time, for a minute, by a lease in the store that all share. Confined to whoever
 * sweeps.
 */
final class SweepTurns {
  private static final RecordKey KEY = new RecordKey("keep-alive", "sweep");
  private static final long LENGTH = Duration.ofMinutes(1).toNanos();

  private final RecordStore store;
  private final LedgerClock clock;
  private boolean sitsOut;

  SweepTurns(RecordStore store, LedgerClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A minute that is this node's.
   *
   * @param began on the monotonic clock, before the store was asked
   */
  record Turn(SweepTurns turns, StoreLease lease, long began) {
    /** From now on it may be another's. */
    boolean isOver() {
      return turns.clock.nanoTime() - began >= LENGTH;
    }

    /**
     * Lets another node try what this one could not do. It has the next turn to itself: a node that
     * cannot reach the provider would otherwise keep everybody from it.
     */
    void passOn() {
      turns.sitsOut = true;
      turns.store.release(lease);
    }
  }

  /** Empty if another node has it. A turn that is not passed on lasts its minute. */
  Optional<Turn> take() {
    if (sitsOut) {
      sitsOut = false;
      return Optional.empty();
    }
    long began = clock.nanoTime();
    return store.grant(KEY, Duration.ofNanos(LENGTH)).map(lease -> new Turn(this, lease, began));
  }
}
