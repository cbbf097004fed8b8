package dev.ledgerkit.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading {@code Retry-After}. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(Headers.of("Retry-After", value), NOW);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "7,7", " 60 ,60", "99999999999999999999,86400", "90000,86400"})
  void seconds_anySize_areRead(String value, long seconds) {
    assertThat(of(value)).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void date_withoutTheProvidersClock_countsFromOurs() {
    assertThat(of("Mon, 05 Jan 2026 09:00:30 GMT")).contains(Duration.ofSeconds(30));
  }

  @Test
  void date_inThePast_isNow() {
    assertThat(of("Mon, 05 Jan 2026 08:00:00 GMT")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "１２"})
  void nonsense_isNothing(String value) {
    Headers headers = new Headers.Builder().addUnsafeNonAscii("Retry-After", value).build();
    assertThat(RetryAfter.of(headers, NOW)).isEmpty();
  }
}
