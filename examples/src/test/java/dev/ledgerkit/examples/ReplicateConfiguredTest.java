package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.testkit.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code replicate} on books that a properties file names. */
class ReplicateConfiguredTest {
  private static final Pattern READ = Pattern.compile("(\\d+) records read");

  @TempDir Path directory;

  private final VirtualClock clock = new VirtualClock();
  private final SimulatedAccount account = SimulatedAccount.sage(clock, 2_000, Duration.ZERO);

  @AfterEach
  void close() {
    account.close();
  }

  private Path books() {
    return directory.resolve("books");
  }

  private int run(Prints prints, Settings settings) {
    Path file = settings.write(directory.resolve("my.properties"));
    return Replicate.run(List.of(file.toString(), books().toString()), prints.terminal(), clock);
  }

  private static int read(Prints prints) {
    Matcher matcher = READ.matcher(prints.out());
    assertThat(matcher.find()).as(prints.out()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  @Test
  void run_onceAndAgainAfterChanges_readsWhatChanged_andEqualsTheBooks() throws IOException {
    Prints first = Prints.inAFile();
    assertThat(run(first, Settings.of(account))).as(first.err()).isEqualTo(Replicate.DONE);
    assertThat(first.out()).startsWith("connection available");
    ReplicateTest.assertSame(account.books(), books());

    clock.advance(Duration.ofHours(3));
    account.books().churn(3, 40);
    clock.advance(Duration.ofHours(1));
    Prints second = Prints.inAFile();
    assertThat(run(second, Settings.of(account))).as(second.err()).isEqualTo(Replicate.DONE);

    ReplicateTest.assertSame(account.books(), books());
    assertThat(read(second)).isPositive().isLessThan(read(first) / 2);
    assertThat(first.out() + second.out()).doesNotContain("sim-at-", "sim-secret-");
  }

  @Test
  void run_stoppedInTheMiddle_saysTheNextRunGoesOn_andItDoes() throws IOException {
    Path file = Settings.of(account).write(directory.resolve("my.properties"));
    CtrlC ctrlC = new CtrlC(Duration.ZERO);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal interrupted =
        new Terminal(whenPrinted("ledger_accounts", ctrlC::come), stream(err), false);

    assertThat(new ConfiguredReplication(interrupted, clock, ctrlC).run(file, books()))
        .isEqualTo(Replicate.FAILED);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("Stopped;")
        .contains("the next run goes on")
        .hasLineCount(1);
    assertThat(books().resolve("contacts.jsonl")).doesNotExist();
    Prints next = Prints.inAFile();
    assertThat(run(next, Settings.of(account))).as(next.err()).isEqualTo(Replicate.DONE);
    ReplicateTest.assertSame(account.books(), books());
  }

  /** Hears what is printed, on the thread that prints it. */
  private static PrintStream whenPrinted(String word, Runnable then) {
    return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
      @Override
      public void println(String line) {
        super.println(line);
        if (line.contains(word)) {
          then.run();
        }
      }
    };
  }

  private static PrintStream stream(ByteArrayOutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }

  @Test
  void run_badSettings_namesEveryProblem_andNoSecret() {
    Prints prints = Prints.inAFile();

    assertThat(
            run(
                prints,
                Settings.of(account)
                    .without("accountId")
                    .with("startDate", "01/02/2026")
                    .with("financialData", "yes")
                    .with("colour", "red")))
        .isEqualTo(Replicate.MISUSED);

    assertThat(prints.err())
        .contains("my.properties is refused", "accountId", "startDate", "financialData", "colour")
        .contains("'01/02/2026'", "YYYY-MM-DD")
        .doesNotContain("sim-at-", "sim-secret-")
        .hasLineCount(5);
    assertThat(prints.out()).isEmpty();
    assertThat(books()).doesNotExist();
  }

  @Test
  void run_unknownProvider_isMisused_withThoseThereAre() {
    Prints prints = Prints.inAFile();

    assertThat(run(prints, Settings.of(account).with("provider", "Xero")))
        .isEqualTo(Replicate.MISUSED);

    assertThat(prints.err()).contains("'Xero'", "Sage, FreeAgent").hasLineCount(1);
  }

  @Test
  void run_wrongToken_isUnavailable_withCauseAndRemedy() {
    Prints prints = Prints.inAFile();

    assertThat(run(prints, Settings.of(account).with("accessToken", "sim-at-wrong")))
        .isEqualTo(Replicate.FAILED);

    assertThat(prints.lines()).containsExactly("Connection unavailable");
    assertThat(prints.err()).isNotBlank().doesNotContain("sim-at-wrong").hasLineCount(1);
    assertThat(books()).doesNotExist();
  }

  @Test
  void run_filesOfOtherBooks_areLeftAlone() {
    Prints first = Prints.inAFile();
    assertThat(run(first, Settings.of(account))).isEqualTo(Replicate.DONE);

    Prints prints = Prints.inAFile();
    try (SimulatedAccount other = SimulatedAccount.freeAgent(clock, 500, Duration.ZERO)) {
      assertThat(run(prints, Settings.of(other))).isEqualTo(Replicate.FAILED);
    }

    assertThat(prints.err()).isNotBlank().hasLineCount(1);
  }

  @Test
  void run_settingsThatAreNoProperties_areRefused_withoutAQuote() throws IOException {
    Path file = Files.writeString(directory.resolve("my.properties"), "accessToken=\\u00zz-hush");
    Prints prints = Prints.inAFile();

    assertThat(Replicate.run(List.of(file.toString()), prints.terminal(), clock))
        .isEqualTo(Replicate.MISUSED);
    assertThat(prints.err()).contains("cannot be read").doesNotContain("hush").hasLineCount(1);
  }

  @Test
  void run_settingsThatAreNotThere_areRefused() {
    Prints prints = Prints.inAFile();

    assertThat(
            Replicate.run(
                List.of(directory.resolve("none.properties").toString()), prints.terminal(), clock))
        .isEqualTo(Replicate.MISUSED);
    assertThat(prints.err()).contains("none.properties is refused").hasLineCount(1);
  }
}
