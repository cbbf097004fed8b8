package dev.ledgerkit.core.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A window of which background calls leave a part to the others, so that those find a permit at
 * once.
 *
 * <ul>
 *   <li>One permit in a hundred is never theirs; of a window with less than a hundred none is kept,
 *       since that would cost more than the one percent it may.
 *   <li>In a window of a minute or less they are spread evenly. A background that took its permits
 *       in one go would leave a call that comes after the kept ones nothing for the rest of the
 *       minute; spread, the next permit is never further off than one permit's time. Longer windows
 *       are not spread: a background that fits into an hour should not take the hour.
 * </ul>
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class SharedWindow {
  private static final int KEPT_IN = 100;
  private static final Duration LONGEST_SPREAD = Duration.ofMinutes(1);

  private final SlidingWindow window;
  private final int kept;
  private final @Nullable Pace pace;

  SharedWindow(RateLimit limit, long now) {
    this.window = new SlidingWindow(limit, now);
    this.kept = limit.permits() / KEPT_IN;
    this.pace =
        limit.window().compareTo(LONGEST_SPREAD) > 0
            ? null
            : Pace.of(window, limit.permits() - kept, now);
  }

  /** How long until somebody with those {@code ahead} before them finds a permit; 0 for now. */
  long delay(long now, Line.Ahead ahead, boolean background) {
    if (!background) {
      return window.delay(now, ahead.interactive(), 0);
    }
    long delay = window.delay(now, ahead.all(), kept);
    return pace == null ? delay : Math.max(delay, pace.delay(now, ahead.background()));
  }

  /** Takes a permit that {@link #delay} said is free. */
  void take(long now, boolean background) {
    window.take(now);
    if (background && pace != null) {
      pace.take(now);
    }
  }

  /** Whether nothing it counted matters any more. */
  boolean idle(long now) {
    return window.idle(now); // the pace looks back less far
  }
}
