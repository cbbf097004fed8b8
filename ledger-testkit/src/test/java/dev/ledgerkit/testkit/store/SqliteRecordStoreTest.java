package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The JDBC store on SQLite, with a connection for every call. */
class SqliteRecordStoreTest extends RecordStoreContract {
  @TempDir static Path directory;
  private final Path file = directory.resolve(UUID.randomUUID() + ".db");

  @Override
  protected RecordStore open() {
    SQLiteDataSource dataSource = new SQLiteDataSource();
    dataSource.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
    dataSource.setJournalMode("WAL");
    // Writers queue here by asking again and again, and 16 of them on a busy machine may take long.
    JdbcRecordStore store =
        JdbcRecordStore.builder(dataSource).queryTimeout(Duration.ofSeconds(60)).build();
    store.createSchema();
    return store;
  }
}
