package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.CheckpointMismatchException;
import dev.ledgerkit.replication.Drift;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.Verification;
import dev.ledgerkit.replication.sink.Batch;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.replication.sink.SinkCheckpoint;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkTable;
import dev.ledgerkit.testkit.Endpoint;
import dev.ledgerkit.testkit.Fault;
import dev.ledgerkit.testkit.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Sinks that hold something else, runs that are stopped, and what a verification names. */
class BadSinkTest {
  @TempDir Path directory;

  private final VirtualClock clock = new VirtualClock();

  private static StreamShape shape(Replication replication, String stream) {
    return replication.streams().stream()
        .filter(one -> one.name().equals(stream))
        .findFirst()
        .orElseThrow();
  }

  private static void checkpoint(SinkTable table, String text) {
    long sequence = table.checkpoint().map(SinkCheckpoint::sequence).orElse(0L) + 1;
    table.commit(new Batch(List.of(), List.of(), 0, false, new SinkCheckpoint(sequence, text)));
  }

  private static SinkRow expense(String url) {
    return SinkRow.of(url, JsonMapper.shared().createObjectNode().put("url", url));
  }

  @Test
  void sinkOfAnotherBusiness_isRefused_andLeftAsItWas() {
    try (Merchant one = Merchant.of("FreeAgent", 500, clock);
        Merchant other = Merchant.of("Sage", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replicas.assertComplete(Replication.builder(one.source()).build().run(sink));

      assertThatThrownBy(() -> Replication.builder(other.source()).build().run(sink))
          .isInstanceOf(CheckpointMismatchException.class)
          .hasMessageContaining("FreeAgent")
          .hasMessageContaining("Sage");
      assertThat(Replicas.lines(directory.resolve("contacts.jsonl")).keySet())
          .isEqualTo(one.books().snapshot("contacts").keySet());
    }
  }

  @Test
  void checkpointOfAnotherFormat_isRefused() {
    for (String text : List.of("{\"format\":0}", "{}", "garbage", "{\"format\":1}")) {
      Path place = directory.resolve(Integer.toString(text.hashCode()));
      try (Merchant merchant = Merchant.of("Sage", 500, clock);
          Sink sink = JsonLinesSink.in(place)) {
        Replication replication = Replication.builder(merchant.source()).build();
        checkpoint(sink.open(shape(replication, "tax_rates")), text);

        assertThatThrownBy(() -> replication.run(sink))
            .as(text)
            .isInstanceOf(CheckpointMismatchException.class)
            .hasMessageContaining("tax_rates");
      }
    }
  }

  @Test
  void stoppedRun_saysSo_andTheNextOneGoesOn() {
    try (Merchant merchant = Merchant.of("Sage", 3_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      List<Replication> running = new ArrayList<>();
      int[] pages = new int[1];
      Replication replication =
          Replication.builder(merchant.source())
              .listener(
                  progress -> {
                    if (++pages[0] == 12) {
                      running.get(0).stop();
                    }
                  })
              .build();
      running.add(replication);

      RunReport stopped = replication.run(sink);

      assertThat(stopped.complete()).isFalse();
      assertThat(stopped.streams())
          .extracting(StreamReport::outcome)
          .contains(StreamReport.Outcome.DONE, StreamReport.Outcome.STOPPED);
      int before = pages[0];
      Replicas.assertComplete(replication.run(sink));
      Replicas.assertSame(merchant.books(), directory);
      assertThat(before).isBetween(12, 13);
    }
  }

  @Test
  void interruptedRun_keepsTheFlag_andTheNextOneGoesOn() {
    try (Merchant merchant = Merchant.of("Sage", 1_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication =
          Replication.builder(merchant.source())
              .listener(progress -> Thread.currentThread().interrupt())
              .build();

      RunReport stopped = replication.run(sink);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(stopped.complete()).isFalse();
      Replicas.assertComplete(Replication.builder(merchant.source()).build().run(sink));
      Replicas.assertSame(merchant.books(), directory);
    }
  }

  @Test
  void runOnAnInterruptedThread_reportsThatItDidNothing() {
    try (Merchant merchant = Merchant.of("Sage", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Thread.currentThread().interrupt();

      RunReport report = Replication.builder(merchant.source()).build().run(sink);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(report.streams())
          .allMatch(stream -> stream.outcome() == StreamReport.Outcome.STOPPED);
    }
  }

  @Test
  void textThatIsNoReceipt_isRefused() {
    for (String text : List.of("null", "{}", "[]", "receipt")) {
      assertThatThrownBy(() -> Receipt.fromJson(text))
          .as(text)
          .isInstanceOf(CheckpointMismatchException.class);
    }
  }

  @Test
  void listTheProviderRefuses_isReported_andTheOthersGoOn() {
    try (Merchant merchant = Merchant.of("Sage", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      merchant.faults().on(Endpoint.api("GET", "/journals")).then(Fault.status(403)).times(100);

      RunReport report = Replication.builder(merchant.source()).build().run(sink);

      assertThat(report.stream("journals").outcome()).isEqualTo(StreamReport.Outcome.REFUSED);
      assertThat(report.stream("journals").failure()).isNotNull();
      assertThat(report.stream("ledger_entries").outcome()).isEqualTo(StreamReport.Outcome.DONE);
    }
  }

  @Test
  void verify_namesWhatDrifted_inTheSinkAndAtTheProvider() {
    try (Merchant merchant = Merchant.of("FreeAgent", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).build();
      RunReport report = replication.run(sink);
      Receipt receipt =
          Receipt.fromJson(report.stream("expenses").receipt().toJson()); // kept and read again
      assertThat(replication.verify(receipt, sink).holds()).isTrue();

      List<String> keys = List.copyOf(merchant.books().snapshot("expenses").keySet());
      SinkTable table = sink.open(shape(replication, "expenses"));
      SinkCheckpoint last = table.checkpoint().orElseThrow();
      table.commit(
          new Batch(
              List.of(expense(keys.get(0)), expense("nobody")),
              List.of(keys.get(1)),
              99,
              false,
              new SinkCheckpoint(last.sequence() + 1, last.text())));
      table.publish();
      Verification altered = replication.verify(receipt, sink);

      assertThat(altered.holds()).isFalse();
      assertThat(altered.sinkUntouched()).isFalse();
      assertThat(altered.drifts())
          .containsExactlyInAnyOrder(
              new Drift(keys.get(0), Drift.Kind.DIFFERENT, false),
              new Drift(keys.get(1), Drift.Kind.MISSING, false),
              new Drift("nobody", Drift.Kind.EXTRA, false));
    }
  }

  /** What counts is the file that readers see; the next run writes it anew. */
  @Test
  void publishedFileThatWasCutOff_isFoundByVerify_andMended() throws IOException {
    try (Merchant merchant = Merchant.of("FreeAgent", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).build();
      Receipt receipt = replication.run(sink).stream("expenses").receipt();
      Path file = directory.resolve("expenses.jsonl");
      List<String> lines = Files.readAllLines(file);
      Files.write(file, lines.subList(0, lines.size() / 2));

      assertThat(replication.verify(receipt, sink).holds()).isFalse();
      Replicas.assertComplete(replication.run(sink));
      assertThat(replication.verify(receipt, sink).holds()).isTrue();
    }
  }

  @Test
  void verify_tellsWhatTheProviderChangedSince() {
    try (Merchant merchant = Merchant.of("FreeAgent", 500, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).build();
      Receipt receipt = replication.run(sink).stream("expenses").receipt();
      clock.advance(Duration.ofHours(1));
      merchant.books().churn(5, 20, "expenses");

      Verification later = replication.verify(receipt, sink);

      assertThat(later.sinkUntouched()).isTrue();
      assertThat(later.holds()).isFalse();
      assertThat(later.drifts())
          .allMatch(drift -> drift.kind() == Drift.Kind.EXTRA || drift.since())
          .isNotEmpty();
      Map<String, String> now = merchant.books().snapshot("expenses");
      assertThat(later.drifts())
          .allMatch(drift -> (drift.kind() == Drift.Kind.EXTRA) != now.containsKey(drift.key()));
    }
  }
}
