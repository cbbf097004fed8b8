package dev.ledgerkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.StoreLease;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The database goes away and comes back. */
class PostgresOutageTest {
  private static final RecordKey KEY = new RecordKey("kind", "a");

  @TempDir Path directory;

  @Test
  @Timeout(120)
  void database_stoppedAndStarted_failsAtOnceAndThenWorks() throws Exception {
    EmbeddedPostgres postgres = start(0);
    int port = postgres.getPort();
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setURL(postgres.getJdbcUrl("postgres", "postgres"));
    JdbcRecordStore store = new JdbcRecordStore(dataSource);
    StoreLease lease;
    try {
      store.createSchema();
      lease = store.grant(KEY, Duration.ofHours(1)).orElseThrow();
      assertThat(store.put(lease, 0, new byte[] {1}, null)).isPresent();
    } finally {
      postgres.close();
    }

    assertThatThrownBy(() -> store.put(lease, 1, new byte[] {2}, null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("kind/a")
        .hasMessageContaining("08001");
    assertThatThrownBy(() -> new JdbcRecordStore(dataSource).createSchema())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("08001");

    EmbeddedPostgres again = start(port);
    try {
      assertThat(store.get(KEY).orElseThrow().value()).containsExactly(1);
      assertThat(store.put(lease, 1, new byte[] {2}, null)).isPresent();
      assertThat(store.release(lease)).isTrue();
    } finally {
      again.close();
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
