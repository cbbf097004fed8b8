package dev.ledgerkit.core.http;

/**
 * Lets calls go one after the other, at the even rate that just uses up a window.
 *
 * <p>A call that goes late is made up for, up to the longer of one step and one slot of the window:
 * enough for no rate to be lost to clocks and slots, too little for calls to bunch.
 *
 * <p>Not safe for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class Pace {
  private final long step;
  private final long slack;
  private long due;

  private Pace(long step, long slack, long now) {
    this.step = step;
    this.slack = slack;
    this.due = now;
  }

  /** The pace at which {@code window} lets {@code permits} calls go, for ever. */
  static Pace of(SlidingWindow window, int permits, long now) {
    long step = window.roundNanos() / permits;
    return new Pace(step, Math.max(step, window.slotNanos()), now);
  }

  /** How long until somebody with {@code ahead} others before them is due; 0 for now. */
  long delay(long now, int ahead) {
    return Math.max(0, ahead * step - late(now));
  }

  /** Notes a call that {@link #delay} said is due. */
  void take(long now) {
    due = now - late(now) + step;
  }

  /** How long the next is overdue, as far as it counts; negative if it is not due yet. */
  private long late(long now) {
    return Math.min(now - due, slack);
  }
}
