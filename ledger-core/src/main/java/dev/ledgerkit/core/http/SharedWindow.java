package dev.ledgerkit.core.http;

import java.time.Duration;

/**
 * A window of which background calls leave a part to the others, so that those find a permit at
 * once.
 *
 * <ul>
 *   <li>One permit in a hundred is never theirs; of a window with less than a hundred none is kept,
 *       since that would cost more than the one percent it may.
 *   <li>They are spread: a background that took its permits in one go would leave a call that comes
 *       after the kept ones nothing until the window's end. In a window of a minute or less by
 *       {@link EvenSpread}, in a longer one by {@link LateSpread}, since a background that fits
 *       into an hour should not take the hour.
 * </ul>
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class SharedWindow {
  private static final int KEPT_IN = 100;
  private static final Duration LONGEST_EVEN = Duration.ofMinutes(1);

  private final SlidingWindow window;
  private final int kept;
  private final Spread spread;

  SharedWindow(RateLimit limit, long now) {
    this.window = new SlidingWindow(limit, now);
    this.kept = limit.permits() / KEPT_IN;
    this.spread =
        limit.window().compareTo(LONGEST_EVEN) > 0
            ? new LateSpread(window, limit.permits(), kept, now)
            : new EvenSpread(window, limit.permits() - kept, now);
  }

  /** How long until somebody with those {@code ahead} before them finds a permit; 0 for now. */
  long delay(long now, Line.Ahead ahead, boolean background) {
    if (!background) {
      return window.delay(now, ahead.interactive(), 0);
    }
    return Math.max(window.delay(now, ahead.all(), kept), spread.delay(now, ahead.background()));
  }

  /** Takes a permit that {@link #delay} said is free. */
  void take(long now, boolean background) {
    window.take(now);
    if (background) {
      spread.take(now);
    }
  }

  /** Whether nothing it counted matters any more. */
  boolean idle(long now) {
    return window.idle(now); // the spread looks back no further
  }
}
