package dev.ledgerkit.core.reference;

import java.time.Duration;
import java.time.Instant;

/**
 * When reference data want to be fetched again.
 *
 * @param staleAfter how old they may get
 * @param spread by how much later, at the most, a binding's turn may come, so that data which were
 *     fetched together are not fetched together again
 */
record Freshness(Duration staleAfter, Duration spread) {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
  private static final Duration LAST_RETRY = Duration.ofHours(1);

  /** The same on every node, and another after every fetch. */
  Instant due(ReferenceData data) {
    long mixed = mix(data.binding().hashCode() * 31L + data.refreshedAt().toEpochMilli());
    long share = spread.isZero() ? 0 : Math.floorMod(mixed, spread.toMillis());
    return data.refreshedAt().plus(staleAfter).plusMillis(share);
  }

  /** How long to leave a provider alone that failed so many times in a row. */
  static Duration retryAfter(int failures) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 10));
    return wait.compareTo(LAST_RETRY) < 0 ? wait : LAST_RETRY;
  }

  /** Spreads neighbouring numbers over all of them (the finalizer of SplitMix64). */
  private static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
