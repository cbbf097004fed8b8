package dev.ledgerkit.core.oauth;

import java.time.Duration;

/** Doubles from {@code first} up to {@code longest}. */
record Backoff(Duration first, Duration longest) {
  private static final int DOUBLINGS = 16;

  /** How long to wait after so many times before, counted from zero. */
  Duration after(int times) {
    Duration wait = first.multipliedBy(1L << Math.min(times, DOUBLINGS));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
