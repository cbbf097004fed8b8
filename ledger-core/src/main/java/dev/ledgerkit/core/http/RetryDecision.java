package dev.ledgerkit.core.http;

import java.time.Duration;

/**
 * What becomes of an attempt that failed.
 *
 * @param repeat whether there is another attempt
 * @param pause how long to wait before it
 * @param why the rule that decided, for the log
 */
record RetryDecision(boolean repeat, Duration pause, String why) {
  static RetryDecision stop(String why) {
    return new RetryDecision(false, Duration.ZERO, why);
  }

  static RetryDecision after(Duration pause, String why) {
    return new RetryDecision(true, pause, why);
  }
}
