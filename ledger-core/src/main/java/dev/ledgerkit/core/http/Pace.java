package dev.ledgerkit.core.http;

/**
 * The even rate that just uses up a window, and how far calls are behind it.
 *
 * <p>What is behind may be made up for, as far as whoever asks allows. Not safe for use by many
 * threads; {@link ClientLimits} holds its lock around it.
 */
final class Pace {
  private final long step;
  private final long slot;
  private long due;

  /** The pace at which {@code window} lets {@code permits} calls go for ever. */
  Pace(SlidingWindow window, int permits, long firstDue) {
    this.step = window.roundNanos() / permits;
    this.slot = window.slotNanos();
    this.due = firstDue;
  }

  /** What must be made up for lest clocks and slots cost rate; too little for calls to bunch. */
  long little() {
    return Math.max(step, slot);
  }

  /**
   * How long until somebody with {@code ahead} others before them is due; 0 for now.
   *
   * @param madeUp how much lateness counts, in nanoseconds
   */
  long delay(long now, int ahead, long madeUp) {
    return Math.max(0, ahead * step - Math.min(now - due, madeUp));
  }

  /** Notes a call; lateness beyond {@code madeUp} is forgotten. */
  void take(long now, long madeUp) {
    due = now - Math.min(now - due, madeUp) + step;
  }
}
