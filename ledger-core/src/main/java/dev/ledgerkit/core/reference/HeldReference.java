package dev.ledgerkit.core.reference;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * One binding's reference data in memory, and when they are to be seen to next. Whoever moves that
 * time on starts the refresh; all others go on with what there is.
 *
 * <p>A read of one binding out of thousands costs what it has to fetch from memory. So the times
 * are fields and not objects of their own, and new data are put into the same place: it has long
 * settled beside the cache's own, where a new one would be far away.
 */
final class HeldReference {
  private static final AtomicLongFieldUpdater<HeldReference> DUE =
      AtomicLongFieldUpdater.newUpdater(HeldReference.class, "dueMillis");

  /** How exactly the cache knows who was read last, when it has to forget somebody. */
  private static final long USE_NOTED_FOR_MILLIS = 60_000;

  private final AtomicInteger failures = new AtomicInteger();
  private volatile ReferenceData data;
  private volatile long dueMillis;
  private volatile long useNotedUntilMillis;
  private final AtomicBoolean refreshing = new AtomicBoolean();

  HeldReference(ReferenceData data, long dueMillis) {
    this.data = data;
    this.dueMillis = dueMillis;
  }

  ReferenceData data() {
    return data;
  }

  /**
   * Newer data; older ones change nothing. One at a time; the cache sees to that. The time goes
   * first: who reads between the two sees old data that are not due, and not new data that are.
   */
  void renew(ReferenceData newer, long nextMillis) {
    if (newer.refreshedAt().isBefore(data.refreshedAt())) {
      return;
    }
    failures.set(0);
    dueMillis = nextMillis;
    data = newer;
  }

  boolean isDue(long nowMillis) {
    return nowMillis >= dueMillis;
  }

  /** Whether the caller is the one to see to it. */
  boolean claim(long nowMillis, long nextMillis) {
    long due = dueMillis;
    return nowMillis >= due && DUE.compareAndSet(this, due, nextMillis);
  }

  /** Whether the caller's is the only refresh that waits or runs; {@link #ended} follows. */
  boolean begin() {
    return refreshing.compareAndSet(false, true);
  }

  void ended() {
    refreshing.set(false);
  }

  /** Whether nothing has taken the place of these very data. */
  @SuppressWarnings("ReferenceEquality") // such as equal them may have been fetched since
  boolean holds(ReferenceData these) {
    return data == these;
  }

  /** Puts the next try off, unless what could not be replaced has been replaced by others. */
  void failed(ReferenceData tried, long nowMillis) {
    if (holds(tried)) {
      dueMillis = nowMillis + Freshness.retryAfter(failures.incrementAndGet()).toMillis();
    }
  }

  /** Whether this read is to be told to the cache's policy; two at once may both be told. */
  boolean noteUse(long nowMillis) {
    if (nowMillis < useNotedUntilMillis) {
      return false;
    }
    useNotedUntilMillis = nowMillis + USE_NOTED_FOR_MILLIS;
    return true;
  }
}
