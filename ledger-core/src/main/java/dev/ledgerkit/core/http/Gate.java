package dev.ledgerkit.core.http;

import java.time.Duration;
import java.util.List;

/**
 * All windows of one key, and the time before which the provider asked not to be called. Not safe
 * for use by many threads; {@link ClientLimits} holds its lock around it.
 */
final class Gate {
  private final String scope;
  private final List<SharedWindow> windows;
  private long shutFrom;
  private long shutNanos;

  Gate(String scope, List<RateLimit> limits, long now) {
    this.scope = scope;
    this.windows = limits.stream().map(limit -> new SharedWindow(limit, now)).toList();
    this.shutFrom = now;
  }

  /** Who shares it, as messages name it. */
  String scope() {
    return scope;
  }

  boolean hasWindows() {
    return !windows.isEmpty();
  }

  /** How long until somebody with those {@code ahead} before them may pass; 0 for now. */
  long delay(long now, Line.Ahead ahead, boolean background) {
    long delay = Math.max(0, shutFrom + shutNanos - now);
    for (SharedWindow window : windows) {
      delay = Math.max(delay, window.delay(now, ahead, background));
    }
    return delay;
  }

  void take(long now, boolean background) {
    for (SharedWindow window : windows) {
      window.take(now, background);
    }
  }

  /** Lets nobody pass for {@code wait}, unless it is shut for longer already. */
  void shut(long now, Duration wait) {
    if (shutFrom + shutNanos - now < wait.toNanos()) {
      shutFrom = now;
      shutNanos = wait.toNanos();
    }
  }

  boolean idle(long now) {
    return shutFrom + shutNanos - now <= 0 && windows.stream().allMatch(window -> window.idle(now));
  }
}
