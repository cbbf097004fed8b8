package dev.ledgerkit.replication;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.http.ApiResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What time it is at the provider: its own {@code Date} once, and from then on what this machine
 * says has passed. This machine's idea of the hour counts only where the provider sends none.
 */
final class ProviderTime {
  private final LedgerClock clock;
  private final Instant told;
  private final long since;

  private ProviderTime(LedgerClock clock, Instant told) {
    this.clock = clock;
    this.told = told;
    this.since = clock.nanoTime();
  }

  /** Asks, which also finds out whether the business is reached at all. */
  static ProviderTime ask(ReplicationSource source, ApiClient api) {
    ApiResponse answer = api.call(source.binding().id(), source.provider().probe());
    return new ProviderTime(
        source.clock(),
        answer.header("date").flatMap(ProviderTime::parsed).orElseGet(source.clock()::instant));
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // as good as none
    }
  }

  Instant now() {
    return told.plus(Duration.ofNanos(clock.nanoTime() - since));
  }
}
