package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.Progress;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.Verification;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backfill, and the runs after it. */
class ReplicationTest {
  @TempDir Path directory;

  private final VirtualClock clock = new VirtualClock();

  @ParameterizedTest
  @ValueSource(strings = {"Sage", "FreeAgent"})
  void run_afterBackfillAndAfterChanges_equalsTheBooks(String provider) {
    try (Merchant merchant = Merchant.of(provider, 3_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).build();

      RunReport first = replication.run(sink);

      Replicas.assertComplete(first);
      Replicas.assertSame(merchant.books(), directory);
      for (Receipt receipt : first.receipts()) {
        assertThat(receipt.stated()).isEqualTo(receipt.inSink());
        Verification verified = replication.verify(receipt, sink);
        assertThat(verified.drifts()).as("%s", receipt).isEmpty();
        assertThat(verified.holds()).isTrue();
      }

      clock.advance(Duration.ofHours(3));
      merchant.books().churn(11, 500);
      clock.advance(Duration.ofMinutes(1));
      RunReport second = replication.run(sink);

      Replicas.assertComplete(second);
      Replicas.assertSame(merchant.books(), directory);
    }
  }

  @Test
  void listener_hearsEachPhase_andTheReportSaysWhatWasReadWhole() {
    List<Progress> heard = new ArrayList<>();
    try (Merchant merchant = Merchant.of("Sage", 3_000, clock);
        Sink sink = JsonLinesSink.in(directory)) {
      Replication replication = Replication.builder(merchant.source()).listener(heard::add).build();

      RunReport first = replication.run(sink);

      assertThat(first.streams()).allMatch(StreamReport::whole);
      Progress last = last(heard, Progress.Phase.LIST);
      assertThat(last.done()).isEqualTo(last.total()).isEqualTo(contacts(first).stated());
      heard.clear();

      clock.advance(Duration.ofHours(3));
      RunReport second = replication.run(sink);

      assertThat(second.streams()).allMatch(report -> report.whole() != report.shape().changes());
      last(heard, Progress.Phase.CHANGES);
      heard.clear();

      replication.verify(contacts(second), sink);

      assertThat(heard).allMatch(progress -> progress.phase() == Progress.Phase.VERIFICATION);
      last = last(heard, Progress.Phase.VERIFICATION);
      assertThat(last.done()).isEqualTo(last.total()).isEqualTo(contacts(second).stated());
    }
  }

  private static Receipt contacts(RunReport report) {
    return report.receipts().stream()
        .filter(receipt -> receipt.origin().stream().equals("contacts"))
        .findFirst()
        .orElseThrow();
  }

  private static Progress last(List<Progress> heard, Progress.Phase phase) {
    return heard.stream()
        .filter(progress -> progress.stream().equals("contacts") && progress.phase() == phase)
        .reduce((before, after) -> after)
        .orElseThrow();
  }
}
