package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.Progress;
import dev.ledgerkit.testkit.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees of a progress, in a terminal and in a log. */
class ReplicateProgressTest {
  private static final List<StreamShape> STREAMS =
      Stream.of("contacts", "sales_invoices", "bank_transaction_explanations")
          .map(
              name ->
                  new StreamShape(
                      name, StreamGroup.FINANCIAL, "id", true, Deletions.UNTOLD, true, List.of()))
          .toList();

  private final VirtualClock clock = new VirtualClock();
  private final ProgressText text = new ProgressText(STREAMS);

  private static Progress progress(
      String stream, long done, long total, double perSecond, @Nullable Duration left) {
    return new Progress(stream, Progress.Phase.LIST, done, total, perSecond, left);
  }

  private static Progress contacts(long done) {
    return progress("contacts", done, 1_000, 100, Duration.ofSeconds((1_000 - done) / 100));
  }

  @Test
  void bar_halfWay_showsStreamBarPercentRateAndTimeLeft() {
    assertThat(text.bar(progress("sales_invoices", 500, 1_000, 250.4, Duration.ofSeconds(62))))
        .isEqualTo("2/3 sales_invoices           [########........]  50%    250/s 1:02 left");
  }

  @Test
  void bar_longestCase_fitsInEightyColumns() {
    Progress longest =
        progress("bank_transaction_explanations", 10, 1_000_000, 999_999, Duration.ofHours(99));

    assertThat(text.bar(longest))
        .contains("3/3 bank_transaction_expla.. [", "99:00:00 left")
        .hasSizeLessThan(80);
  }

  @Test
  void bar_afterTheList_saysWhatIsCountedNow() {
    assertThat(text.bar(new Progress("contacts", Progress.Phase.CHANGES, 1, 4, 10, null)))
        .startsWith("1/3 contacts changes         [####............]  25%");
    assertThat(text.bar(new Progress("contacts", Progress.Phase.VERIFICATION, 1, 4, 10, null)))
        .startsWith("1/3 contacts check           [####............]  25%");
  }

  @Test
  void bar_totalNotStated_guessesNothing() {
    assertThat(text.bar(progress("contacts", 500, -1, 100, null)))
        .isEqualTo("1/3 contacts                 [????????????????]    ?    100/s");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 100", "0, 3, 0", "1, 3, 33", "3, 3, 100", "4, 3, 100", "999, 1000, 99"})
  void percent_ofWhatThereIs_neverSaysDoneTooEarly(long done, long total, int percent) {
    assertThat(ProgressText.percent(progress("contacts", done, total, 1, null))).isEqualTo(percent);
  }

  @Test
  void progressBar_manyPagesASecond_isDrawnTenTimesASecond() {
    Prints prints = Prints.inATerminal();
    ProgressDisplay bar = prints.terminal().progress(clock);

    bar.begin(STREAMS);
    for (int page = 1; page <= 100; page++) {
      bar.accept(contacts(page * 10L));
      clock.advance(Duration.ofMillis(20));
    }

    assertThat(prints.out().chars().filter(c -> c == '\r')).hasSize(20);
    assertThat(prints.out()).doesNotContain("\n");
  }

  @Test
  void progressBar_shorterLineAndEnd_leaveNothingOfTheLineBefore() {
    Prints prints = Prints.inATerminal();
    ProgressDisplay bar = prints.terminal().progress(clock);

    bar.begin(STREAMS);
    bar.accept(contacts(100));
    clock.advance(Duration.ofSeconds(1));
    bar.accept(progress("contacts", 500, -1, 100, null));
    bar.end();

    assertThat(shown(prints.out())).isBlank();
    assertThat(prints.out()).endsWith("\r");
  }

  /** What stays on a line after carriage returns, as a terminal shows it. */
  private static String shown(String drawn) {
    StringBuilder line = new StringBuilder();
    for (String part : drawn.split("\r", -1)) {
      line.replace(0, Math.min(line.length(), part.length()), part);
    }
    return line.toString();
  }

  @Test
  void progressLines_everyPageOfTwoStreams_beginEndAndALineEveryFiveSeconds() {
    Prints prints = Prints.inAFile();
    ProgressDisplay lines = prints.terminal().progress(clock);

    lines.begin(STREAMS);
    for (int page = 1; page <= 10; page++) {
      lines.accept(contacts(page * 100L));
      clock.advance(Duration.ofSeconds(1));
    }
    lines.accept(new Progress("contacts", Progress.Phase.CHANGES, 5, 5, 10, Duration.ZERO));
    lines.accept(progress("sales_invoices", 3, 3, 10, Duration.ZERO));
    lines.end();

    assertThat(prints.lines())
        .containsExactly(
            "1/3 contacts: 100 of 1000 (10%), 100/s, 0:09 left",
            "1/3 contacts: 600 of 1000 (60%), 100/s, 0:04 left",
            "1/3 contacts: 1000 read",
            "2/3 sales_invoices: 3 read");
  }

  @Test
  void say_providersTextWithControlCharacters_printsNone() {
    Prints prints = Prints.inAFile();

    prints.terminal().say("Acme\u001b[2J\r\nLtd");
    prints.terminal().complain("No\u0007such");

    assertThat(prints.out()).isEqualToIgnoringNewLines("Acme [2J Ltd");
    assertThat(prints.err()).isEqualToIgnoringNewLines("No such");
  }
}
