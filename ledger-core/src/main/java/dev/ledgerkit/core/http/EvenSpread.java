package dev.ledgerkit.core.http;

/**
 * One call after the other at a window's own pace, so that its permits come free the same way: the
 * next is never further off than one permit's time and a slot.
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class EvenSpread implements Spread {
  private final Pace pace;

  EvenSpread(SlidingWindow window, int permits, long now) {
    this.pace = new Pace(window, permits, now);
  }

  @Override
  public long delay(long now, int ahead) {
    return pace.delay(now, ahead, pace.little());
  }

  @Override
  public void take(long now) {
    pace.take(now, pace.little());
  }
}
