package dev.ledgerkit.connector;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets one process after the other do what asks a person, by a lease of the store that dies with
 * its process. Whoever waits looks again afterwards: there may be nothing left to do.
 */
final class OneAtATime {
  private static final Duration POLL = Duration.ofMillis(200);

  /** For everything around the consent: the calls before and after it. */
  private static final Duration MARGIN = Duration.ofMinutes(3);

  private final RecordStore store;
  private final LedgerClock clock;
  private final Duration limit;

  OneAtATime(RecordStore store, LedgerClock clock, Duration consent) {
    this.store = store;
    this.clock = clock;
    this.limit = consent.plus(MARGIN);
  }

  <T> T run(RecordKey key, Supplier<T> work) {
    StoreLease lease = await(key);
    try {
      return work.get();
    } finally {
      store.release(lease);
    }
  }

  private StoreLease await(RecordKey key) {
    long began = clock.nanoTime();
    while (true) {
      Optional<StoreLease> granted = store.grant(key, limit);
      if (granted.isPresent()) {
        return granted.get();
      }
      if (clock.nanoTime() - began > limit.toNanos()) {
        throw new LedgerException(
            "Another process has been asking for consent to the same connection for %d s; end it, or try again."
                .formatted(limit.toSeconds()),
            null);
      }
      try {
        clock.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new LedgerException(
            "Interrupted while another process asked for consent to the same connection.", e);
      }
    }
  }
}
