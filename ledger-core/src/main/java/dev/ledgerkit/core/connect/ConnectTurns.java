package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connect of a binding at a time, on whichever node, from before its code is spent until the
 * business is locked: of two that overlap, one's pair could end up under the other's business.
 *
 * <p>Guarded by a lease in the store, so a node that dies holds others up for {@link #LENGTH}. Its
 * number tells whether another had a turn that lapsed.
 */
final class ConnectTurns {
  /** Longer than a call for the businesses takes, with its waits. */
  private static final Duration LENGTH = Duration.ofSeconds(90);

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Logger LOG = LoggerFactory.getLogger(ConnectTurns.class);

  private final RecordStore store;
  private final LedgerClock clock;

  /** Which thread of this node has a turn. */
  private final Map<BindingId, Thread> here = new ConcurrentHashMap<>();

  ConnectTurns(RecordStore store, LedgerClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Waits for it, no longer than another may have it.
   *
   * @throws ProviderUnavailableException if others had it all the time
   * @throws ConfigurationException if it is asked for in the middle of a turn, by a listener
   */
  Turn take(BindingId id) {
    if (here.get(id) == Thread.currentThread()) {
      throw new ConfigurationException(
          "Binding %s is being connected by this very call; a listener connects on another thread."
              .formatted(id));
    }
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
        "Another connect of binding %s is under way; nothing was spent, so try the same again when it has ended."
            .formatted(id),
        null);
  }

  /** The right to connect a binding. Confined to the thread that took it. */
  final class Turn implements AutoCloseable {
    private final BindingId id;
    private StoreLease lease;
    private boolean over;

    private Turn(BindingId id, StoreLease lease) {
      this.id = id;
      this.lease = lease;
      here.put(id, Thread.currentThread());
    }

    /**
     * Whether nobody else had it since. One that lapsed is taken again, if the number says that it
     * comes right after: a slow provider alone is no reason to give up.
     */
    boolean isHeld() {
      if (store.renew(lease, LENGTH)) {
        return true;
      }
      Optional<StoreLease> next = store.grant(lease.key(), LENGTH);
      if (next.isEmpty()) {
        return false;
      }
      boolean unbroken = next.get().fence() == lease.fence() + 1;
      lease = next.get();
      if (!unbroken) {
        close();
      }
      return unbroken;
    }

    /**
     * The last thing before what only its holder may do.
     *
     * @throws ProviderUnavailableException if another had it meanwhile
     */
    void require() {
      if (over || !isHeld()) {
        throw new ProviderUnavailableException(
            "The connect of binding %s took too long and was overtaken by another; let the merchant consent again if that one was not meant."
                .formatted(id),
            null);
      }
    }

    @Override
    public void close() {
      if (over) {
        return;
      }
      over = true;
      here.remove(id, Thread.currentThread());
      try {
        store.release(lease);
      } catch (RuntimeException e) { // whatever a host's store throws: what was done is done
        LOG.warn("turn not given back binding={}; it lapses", id, e);
      }
    }
  }
}
