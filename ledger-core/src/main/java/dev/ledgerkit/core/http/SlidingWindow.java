package dev.ledgerkit.core.http;

import java.util.Arrays;

/**
 * Counts calls so that no stretch of time as long as the window ever holds more than the permits,
 * wherever it begins.
 *
 * <p>Time is cut into slots of a 200th of the window. A window overlaps 201 slots at the most, so
 * the law is that any 201 slots in a row hold no more than the permits: that costs half a percent
 * of the rate and 201 counters, whether the limit is 120 a minute or a million a day.
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class SlidingWindow {
  private static final int SLOTS = 200;
  private static final int RING = SLOTS + 1;

  private final int permits;
  private final long slotNanos;
  private final long origin;
  private final int[] taken = new int[RING];
  private long newest;
  private int sum;

  SlidingWindow(RateLimit limit, long now) {
    this.permits = limit.permits();
    this.slotNanos = -Math.floorDiv(-limit.window().toNanos(), (long) SLOTS); // up: never too short
    this.origin = now;
  }

  /**
   * How long until a permit is free for somebody with {@code ahead} others before them, who has to
   * leave the last {@code kept} permits to others; 0 for now. If those ahead are to take whole
   * windows, it is the least it can be.
   */
  long delay(long now, int ahead, int kept) {
    advance(now);
    int usable = permits - kept;
    if (sum + (long) ahead < usable) {
      return 0;
    }
    long slot = freeSlot(ahead % usable, usable) + (long) (ahead / usable) * RING;
    return origin + slot * slotNanos - now;
  }

  /**
   * How many permits are free for somebody who has to leave {@code kept} to others; less than 0
   * where some of those are taken too.
   */
  int left(long now, int kept) {
    advance(now);
    return permits - kept - sum;
  }

  /** In how much time it lets as many calls go as it has permits: a slot more than its window. */
  long roundNanos() {
    return RING * slotNanos;
  }

  /** How exactly it knows when a call was made. */
  long slotNanos() {
    return slotNanos;
  }

  /** Takes a permit that {@link #delay} said is free. */
  void take(long now) {
    advance(now);
    taken[(int) (newest % RING)]++;
    sum++;
  }

  /** Whether nothing it counted matters any more. */
  boolean idle(long now) {
    advance(now);
    return sum == 0;
  }

  /**
   * The first slot in which {@code ahead} others and one more find permits, if nobody else takes
   * any.
   */
  private long freeSlot(int ahead, int usable) {
    int mustLeave = sum + ahead + 1 - usable;
    long slot = newest;
    for (long oldest = newest - SLOTS; mustLeave > 0 && oldest <= newest; oldest++) {
      mustLeave -= oldest < 0 ? 0 : taken[(int) (oldest % RING)];
      slot = oldest + RING;
    }
    return Math.max(slot, newest);
  }

  private void advance(long now) {
    long current = Math.max(newest, (now - origin) / slotNanos);
    if (current - newest >= RING) {
      Arrays.fill(taken, 0);
      sum = 0;
    } else {
      for (long slot = newest + 1; slot <= current; slot++) {
        int index = (int) (slot % RING);
        sum -= taken[index];
        taken[index] = 0;
      }
    }
    newest = current;
  }
}
