package dev.ledgerkit.core.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;

/** Reads {@code Retry-After}: seconds or an HTTP date (RFC 9110, section 10.2.3). */
final class RetryAfter {
  /** More than any call waits; what is longer says no more than this. */
  static final Duration LONGEST = Duration.ofDays(1);

  private static final String HEADER = "Retry-After";

  private RetryAfter() {}

  /**
   * How long the provider asks to wait; empty if it does not say, or nothing that can be read. A
   * date is counted from the provider's own {@code Date} where it sent one, so that clock skew does
   * not matter.
   */
  static Optional<Duration> of(Headers headers, Instant now) {
    String value = headers.get(HEADER);
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    String text = value.trim();
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(text.length() > 6 ? LONGEST : atMost(Long.parseLong(text)));
    }
    Instant until = headers.getInstant(HEADER);
    if (until == null) {
      return Optional.empty();
    }
    Instant sent = headers.getInstant("Date");
    return Optional.of(atMost(Duration.between(sent == null ? now : sent, until).toSeconds()));
  }

  private static Duration atMost(long seconds) {
    return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST.toSeconds())));
  }
}
