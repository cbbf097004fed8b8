package dev.ledgerkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.testkit.LogCapture;
import dev.ledgerkit.testkit.StreamedBooks;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code replicate} on simulated books. */
class ReplicateTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir Path directory;

  private final VirtualClock clock = new VirtualClock();
  private final Prints prints = Prints.inAFile();

  private int run(String... args) {
    return Replicate.run(List.of(args), prints.terminal(), clock);
  }

  private SimulatedReplication simulated(Prints on) {
    return new SimulatedReplication(on.terminal(), clock, 800, Duration.ZERO);
  }

  @Test
  void run_simulated_copiesBothProviders_andTheChanges_andVerifies() {
    try (LogCapture log = LogCapture.open()) {
      assertThat(run(directory.toString())).as(prints.err()).isEqualTo(Replicate.DONE);

      assertThat(prints.out())
          .containsSubsequence(
              "Sage, Simulated Ltd (",
              "simulated at http://127.0.0.1:",
              "contacts",
              "complete to",
              "2500 records read",
              "other people make 200 changes",
              "23 of 23 receipts hold",
              "The files are in " + directory.resolve("sage"),
              "FreeAgent, Simulated Studio Ltd (",
              "other people make 200 changes",
              "14 of 14 receipts hold",
              "The files are in " + directory.resolve("freeagent"));
      assertThat(prints.out().replaceAll("\\R", "")).doesNotContainPattern("\\p{Cntrl}");
      assertThat(log.text() + prints.out() + prints.err())
          .doesNotContain("sim-at-", "sim-rt-", "sim-code-", "sim-secret-", "code=", "state=");
    }
    assertThat(prints.err()).isEmpty();
    assertThat(directory.resolve("sage/contacts.jsonl")).isNotEmptyFile();
    assertThat(directory.resolve("freeagent/invoices.jsonl")).isNotEmptyFile();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sage", "FreeAgent"})
  void replicate_booksThatChanged_leavesFilesEqualToTheBooks(String provider) throws IOException {
    SimulatedReplication simulated = simulated(prints);
    try (SimulatedAccount account =
        provider.equals("Sage") ? simulated.sage() : simulated.freeAgent()) {
      assertThat(simulated.replicate(account, directory)).as(prints.err()).isTrue();

      assertSame(account.books(), directory);
    }
  }

  /** Every stream of the books is in its file, record for record, and nothing else. */
  static void assertSame(StreamedBooks books, Path directory) throws IOException {
    for (String stream : books.streams()) {
      Map<String, JsonNode> expected = new HashMap<>();
      books.forEach(stream, (key, json) -> expected.put(key, JSON.readTree(json)));
      Map<String, JsonNode> found = new HashMap<>();
      try (Stream<String> lines = Files.lines(directory.resolve(stream + ".jsonl"))) {
        lines
            .map(JSON::readTree)
            .forEach(record -> assertThat(found.put(key(record), record)).isNull());
      }
      assertThat(found).as(stream).isEqualTo(expected);
    }
  }

  private static String key(JsonNode record) {
    return record.path(record.has("url") ? "url" : "id").asString();
  }

  @Test
  void run_whereSimulatedBooksWereCopiedBefore_isMisused() throws IOException {
    Files.createDirectories(directory.resolve("freeagent"));

    assertThat(run(directory.toString())).isEqualTo(Replicate.MISUSED);

    assertThat(prints.err()).contains("name another directory").hasLineCount(1);
    assertThat(directory.resolve("sage")).doesNotExist();
  }

  @Test
  void run_inATerminal_drawsOneLineAgainAndAgain() {
    Prints terminal = Prints.inATerminal();
    SimulatedReplication simulated = new SimulatedReplication(terminal.terminal(), clock);
    try (SimulatedAccount account = SimulatedAccount.sage(clock, 500, Duration.ZERO)) {
      assertThat(simulated.replicate(account, directory)).isTrue();
    }

    assertThat(terminal.out()).contains("\r 1/23 ", "/s");
    assertThat(terminal.lines()).anyMatch(line -> line.startsWith("stream  "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "a b c", "settings.properties out more", "-v dir"})
  void run_withOtherArguments_saysHowItIsUsed(String line) {
    assertThat(run(line.split(" ", -1))).isEqualTo(Replicate.MISUSED);

    assertThat(prints.err()).contains("Usage:", "settings.properties").hasLineCount(3);
    assertThat(prints.out()).isEmpty();
  }

  @Test
  void run_intoADatabase_namesTheSinkForIt() {
    assertThat(run("settings.properties", "jdbc:h2:mem:books")).isEqualTo(Replicate.MISUSED);

    assertThat(prints.err()).contains("JdbcSink").hasLineCount(1);
  }

  @Test
  void run_whereAnotherRunWrites_isOneLineAndNoStackTrace() {
    SimulatedReplication simulated = simulated(prints);
    Path settings = directory.resolve("settings.properties");
    try (SimulatedAccount account = simulated.sage();
        JsonLinesSink other = JsonLinesSink.in(directory.resolve("books"))) {
      assertThat(other).isNotNull();
      Settings.of(account).write(settings);

      assertThat(run(settings.toString(), directory.resolve("books").toString()))
          .isEqualTo(Replicate.FAILED);
    }

    assertThat(prints.err()).contains("Another run is writing to").hasLineCount(1);
  }
}
