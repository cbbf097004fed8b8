package dev.ledgerkit.core.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Days and moments as providers write them. The one form that nearly all of them have is read digit
 * by digit, for a page of a list holds thousands; any other is left to the JDK's formatters.
 *
 * @since 0.1
 */
public final class IsoText {
  private static final int DAY = "2018-06-25".length();
  private static final int MOMENT = "2018-06-25T05:46:18Z".length();

  private IsoText() {}

  /**
   * A day; of a moment its day as written.
   *
   * @throws java.time.DateTimeException if it is neither
   */
  public static LocalDate date(String text) {
    if (hasDay(text) && (text.length() == DAY || text.charAt(DAY) == 'T')) {
      return day(text);
    }
    return LocalDate.parse(text);
  }

  /**
   * A moment; a day is its beginning in UTC.
   *
   * @throws java.time.DateTimeException if it is neither
   */
  public static Instant moment(String text) {
    if (text.length() == DAY) {
      return date(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean plain =
        text.length() == MOMENT
            && hasDay(text)
            && text.charAt(DAY) == 'T'
            && isDigits(text, 11, 13)
            && text.charAt(13) == ':'
            && isDigits(text, 14, 16)
            && text.charAt(16) == ':'
            && isDigits(text, 17, 19)
            && text.charAt(19) == 'Z';
    return plain
        ? day(text).atTime(two(text, 11), two(text, 14), two(text, 17)).toInstant(ZoneOffset.UTC)
        : OffsetDateTime.parse(text).toInstant();
  }

  private static LocalDate day(String text) {
    return LocalDate.of(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8));
  }

  private static boolean hasDay(String text) {
    return text.length() >= DAY
        && isDigits(text, 0, 4)
        && text.charAt(4) == '-'
        && isDigits(text, 5, 7)
        && text.charAt(7) == '-'
        && isDigits(text, 8, DAY);
  }

  private static boolean isDigits(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char digit = text.charAt(at);
      if (digit < '0' || digit > '9') {
        return false;
      }
    }
    return true;
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
