package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Window;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A replication in processes that are killed again and again ends with the books, key by key.
 *
 * <p>Long: {@code -Dledger.records=50000 -Dledger.kills=25 -Dledger.changes=5000} for each of the
 * two providers.
 */
class KilledReplicationTest {
  private static final int RECORDS = Integer.getInteger("ledger.records", 2_000);
  private static final int KILLS = Integer.getInteger("ledger.kills", 4);
  private static final int CHANGES = Integer.getInteger("ledger.changes", 300);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"Sage", "FreeAgent"})
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void killedRuns_endWithTheBooks_inFiles(String provider) throws IOException {
    Path books = directory.resolve("books");
    try (Merchant merchant = Merchant.of(provider, RECORDS, LedgerClock.system())) {
      RunProcesses runs =
          new RunProcesses(
              merchant, merchant.endpoint(), books.toString(), directory.resolve("log"), 3);

      runs.kill(KILLS, Math.max(5, RECORDS / 200 / KILLS * 3));
      for (Receipt receipt : runs.finish()) {
        assertThat(receipt.stated()).as("%s", receipt).isEqualTo(receipt.inSink());
      }

      System.out.printf("%s records=%d killed=%d%n", provider, RECORDS, runs.killed());
      assertThat(runs.killed()).as("runs killed while under way").isGreaterThanOrEqualTo(KILLS / 2);
      Replicas.assertSame(merchant.books(), books);

      merchant.books().churn(17, CHANGES);
      runs.finish();
      Replicas.assertSame(merchant.books(), books);
    }
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  void killedRuns_endWithTheBooks_inPostgres() throws IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Merchant merchant = Merchant.of("Sage", RECORDS, LedgerClock.system())) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      RunProcesses runs =
          new RunProcesses(merchant, merchant.endpoint(), url, directory.resolve("log"), 4);

      runs.kill(KILLS, Math.max(5, RECORDS / 200 / KILLS * 3));
      runs.finish();

      assertThat(runs.killed()).as("runs killed while under way").isGreaterThanOrEqualTo(KILLS / 2);
      Replicas.assertSame(
          merchant.books(),
          Window.ALL,
          stream -> Replicas.table(postgres.getPostgresDatabase(), stream));
    }
  }
}
