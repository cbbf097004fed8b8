package dev.ledgerkit.core.store;

import java.time.Duration;
import java.time.Instant;

/** Time as the stores write it: whole milliseconds since 1970, in no time zone. */
final class EpochMillis {
  /** Far beyond any date in use, and still far from overflow when something is added to it. */
  private static final long FARTHEST = Long.MAX_VALUE / 4;

  private EpochMillis() {}

  /** The millisecond {@code instant} falls into. */
  static long floor(Instant instant) {
    if (instant.getEpochSecond() > FARTHEST / 1000) {
      return FARTHEST;
    }
    return instant.getEpochSecond() < -FARTHEST / 1000 ? -FARTHEST : instant.toEpochMilli();
  }

  /**
   * The first millisecond not before {@code instant}: whole milliseconds are before the one exactly
   * when they are before the other.
   */
  static long ceiling(Instant instant) {
    long floor = floor(instant);
    return Instant.ofEpochMilli(floor).isBefore(instant) ? floor + 1 : floor;
  }

  /** How long, up to a span nobody waits for. */
  static long of(Duration span) {
    return span.toSeconds() > FARTHEST / 1000 ? FARTHEST : span.toMillis();
  }
}
