package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.testkit.scenario.ShiftedClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long list in a small heap: {@code -Dledger.million=1000000}; the heap stays the same.
 *
 * <p>Verifying remembers eight to sixteen bytes of each record, which is counted here too.
 */
class MillionRecordsTest {
  private static final int RECORDS = Integer.getInteger("ledger.million", 6_000);
  private static final String HEAP = "64m";

  @TempDir Path directory;

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void longList_intoFiles_inASmallHeap() throws IOException {
    copied(directory.resolve("books").toString());
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void longList_intoPostgres_inASmallHeap() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      copied(postgres.getJdbcUrl("postgres", "postgres"));
    }
  }

  private void copied(String sink) throws IOException {
    ShiftedClock clock = new ShiftedClock();
    try (Merchant merchant = Merchant.sage(clock, business -> business.contacts(RECORDS))) {
      clock.advance(Duration.ofDays(1)); // else every one of them is among the latest changes
      RunProcesses runs =
          new RunProcesses(merchant, merchant.endpoint(), sink, directory.resolve("log"), 1);

      List<Receipt> receipts = runs.heap(HEAP).finish();

      assertThat(receipts)
          .filteredOn(receipt -> receipt.origin().stream().equals("contacts"))
          .singleElement()
          .satisfies(receipt -> assertThat(receipt.inSink()).isGreaterThanOrEqualTo(RECORDS));
      List<Integer> heaps = runs.heaps();
      System.out.printf("records=%d sink=%.4s heap=%s MiB%n", RECORDS, sink, heaps);
      if (heaps.size() > 2) {
        assertThat(Collections.max(heaps)).isLessThan(heaps.get(1) + 8);
      }
    }
  }
}
