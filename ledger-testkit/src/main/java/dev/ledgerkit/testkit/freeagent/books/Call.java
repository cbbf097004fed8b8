package dev.ledgerkit.testkit.freeagent.books;

import dev.ledgerkit.testkit.wire.WireRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * A request as the books see it.
 *
 * @param userId whose token it carries
 * @param version the API version it is answered in
 */
record Call(WireRequest request, long userId, LocalDate version) {
  /** From here on an explanation has up to 50 attachments. */
  static final LocalDate MANY_ATTACHMENTS = LocalDate.of(2026, 9, 1);

  /** The day that version becomes the default. */
  static final LocalDate SWITCH = LocalDate.of(2026, 12, 1);

  /** A date in the header counts as it stands; without one it is today's default. */
  static Call of(WireRequest request, long userId, LocalDate today) {
    LocalDate standard = today.isBefore(SWITCH) ? LocalDate.EPOCH : MANY_ATTACHMENTS;
    return new Call(
        request, userId, request.header("X-Api-Version").map(Call::date).orElse(standard));
  }

  private static LocalDate date(String header) {
    try {
      return LocalDate.parse(header);
    } catch (DateTimeParseException e) {
      throw Refused.with(400, "X-Api-Version must be a date");
    }
  }

  boolean manyAttachments() {
    return !version.isBefore(MANY_ATTACHMENTS);
  }

  boolean asks(String parameter) {
    return request.query(parameter).filter("true"::equals).isPresent();
  }

  String query(String parameter) {
    return request.query(parameter).orElse("");
  }
}
