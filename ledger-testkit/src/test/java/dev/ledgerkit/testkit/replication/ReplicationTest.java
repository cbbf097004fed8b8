package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.Verification;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.testkit.VirtualClock;
import java.nio.file.Path;
import java.time.Duration;
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
}
