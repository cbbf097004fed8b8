package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connect of a binding at a time, on whichever node, from before its pair is kept until the
 * business is locked: of two that overlap, one's pair could end up under the other's business.
 *
 * <p>Guarded by a lease in the store, so a node that dies holds others up for {@link #LENGTH}.
 */
final class ConnectTurns {
  /** Longer than a call for the businesses takes, with its waits. */
  private static final Duration LENGTH = Duration.ofSeconds(90);

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Logger LOG = LoggerFactory.getLogger(ConnectTurns.class);

  private final RecordStore store;
  private final LedgerClock clock;

  ConnectTurns(RecordStore store, LedgerClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Waits for it, no longer than another may have it.
   *
   * @throws ProviderUnavailableException if others had it all the time
   */
  Turn take(BindingId id) {
    RecordKey key = new RecordKey("connect", id.value());
    long end = clock.nanoTime() + LENGTH.plus(STEP).toNanos();
    Optional<StoreLease> lease = store.grant(key, LENGTH);
    while (lease.isEmpty() && clock.nanoTime() - end < 0) {
      pause(id);
      lease = store.grant(key, LENGTH);
    }
    return new Turn(id, lease.orElseThrow(() -> busy(id)));
  }

  private void pause(BindingId id) {
    try {
      clock.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(id);
    }
  }

  private static ProviderUnavailableException busy(BindingId id) {
    return new ProviderUnavailableException(
        "Another connect of binding %s is under way; let it end, then let the merchant consent again."
            .formatted(id),
        null);
  }

  /** The right to connect a binding. */
  final class Turn implements AutoCloseable {
    private final BindingId id;
    private final StoreLease lease;

    private Turn(BindingId id, StoreLease lease) {
      this.id = id;
      this.lease = lease;
    }

    /**
     * The last thing before what only its holder may do.
     *
     * @throws ProviderUnavailableException if it took too long and may be another's by now
     */
    void require() {
      if (!store.renew(lease, LENGTH)) {
        throw new ProviderUnavailableException(
            "The connect of binding %s took too long and another may have begun; let the merchant consent again."
                .formatted(id),
            null);
      }
    }

    @Override
    public void close() {
      try {
        store.release(lease);
      } catch (VaultException e) {
        LOG.warn("turn not given back binding={}; it lapses", id, e);
      }
    }
  }
}
