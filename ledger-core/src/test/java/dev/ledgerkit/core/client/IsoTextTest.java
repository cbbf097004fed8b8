package dev.ledgerkit.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to read a moment gives what the JDK's formatters give. */
class IsoTextTest {

  @Property
  void moment_ofAnySecond_isTheJdks(
      @ForAll @LongRange(min = -62_135_596_800L, max = 253_402_300_799L) long second) {
    Instant moment = Instant.ofEpochSecond(second);
    String text = DateTimeFormatter.ISO_INSTANT.format(moment);

    assertThat(IsoText.moment(text)).isEqualTo(moment);
    assertThat(IsoText.moment(text.replace("Z", "+00:00"))).isEqualTo(moment);
    assertThat(IsoText.moment(text.replace("Z", ".250Z"))).isEqualTo(moment.plusMillis(250));
    assertThat(IsoText.date(text)).isEqualTo(moment.atZone(ZoneOffset.UTC).toLocalDate());
  }

  @Property
  void date_ofAnyDay_isTheJdks(@ForAll @IntRange(min = 0, max = 3_652_058) int days) {
    LocalDate day = LocalDate.of(1, 1, 1).plusDays(days);

    assertThat(IsoText.date(day.toString())).isEqualTo(day);
    assertThat(IsoText.moment(day.toString()))
        .isEqualTo(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2025-02-30",
        "2025-13-01",
        "2025-1-1",
        "25-01-31",
        "2025/01/31",
        "2025-01-3１"
      })
  void date_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> IsoText.date(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-31T25:00:00Z",
        "2025-01-31T10:60:00Z",
        "2025-02-30T10:00:00Z",
        "2025-01-31 10:00:00Z",
        "2025-01-31T10:00:00",
        "2025-01-31T1０:00:00Z"
      })
  void moment_thatIsNone_isRefused(String text) {
    assertThatThrownBy(() -> IsoText.moment(text)).isInstanceOf(DateTimeException.class);
  }
}
