package dev.ledgerkit.testkit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The date format of HTTP headers (RFC 9110, section 5.6.7).
 *
 * <p>Stateless, so safe for use by many threads.
 *
 * @since 0.1
 */
public final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /** For example {@code Mon, 05 Jan 2026 09:00:00 GMT}; fractions of a second are cut. */
  public static String format(Instant instant) {
    return FORMAT.format(instant);
  }
}
