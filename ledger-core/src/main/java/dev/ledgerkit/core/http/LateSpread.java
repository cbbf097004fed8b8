package dev.ledgerkit.core.http;

/**
 * As fast as calls come while they are few for the window, and evenly once they are many.
 *
 * <ul>
 *   <li>After a pause they go at once until a tenth of the permits is left: a background that is
 *       smaller than the window is not slowed down.
 *   <li>That tenth is spread over the time until permits come free, so that there is no long time
 *       without any.
 *   <li>From then on they keep the window's own pace: what comes free in bunches is not taken in
 *       bunches again.
 * </ul>
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class LateSpread implements Spread {
  private final SlidingWindow window;
  private final int kept;
  private final int tenth;
  private final Pace pace;
  private long last;

  LateSpread(SlidingWindow window, int permits, int kept, long now) {
    this.window = window;
    this.kept = kept;
    this.tenth = permits / 10;
    this.pace = new Pace(window, permits - kept, now - window.roundNanos());
    this.last = now;
  }

  @Override
  public long delay(long now, int ahead) {
    int left = window.left(now, kept);
    if (left <= ahead) {
      return 0; // none is left for them, and the window itself says how long
    }
    if (left - ahead > tenth) {
      return pace.delay(now, ahead, window.roundNanos());
    }
    long nextFree = now + window.delay(now, left, kept);
    long step = (nextFree - last) / (left + 1);
    return Math.max(last + (ahead + 1) * step - now, pace.delay(now, ahead, pace.little()));
  }

  /** What was late because the window was nearly used up is not made up for later. */
  @Override
  public void take(long now) {
    boolean few = window.left(now, kept) > tenth;
    pace.take(now, few ? window.roundNanos() : pace.little());
    last = now;
  }
}
