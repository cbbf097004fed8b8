package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The JDBC store on a real PostgreSQL, one table for all tests. */
class PostgresRecordStoreTest {
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Nested
  class AsItComes extends RecordStoreContract {
    @Override
    protected RecordStore open() {
      return store(postgres.getPostgresDatabase());
    }
  }

  /** A pool set up for a host's own needs: no autocommit, and the strictest isolation. */
  @Nested
  class SerializableWithAutocommitOff extends RecordStoreContract {
    @Override
    protected RecordStore open() {
      return store(
          new ConnectionPerCall(postgres.getPostgresDatabase()::getConnection)
              .isolation(Connection.TRANSACTION_SERIALIZABLE)
              .autoCommit(false));
    }
  }

  private static RecordStore store(DataSource dataSource) {
    JdbcRecordStore store = new JdbcRecordStore(dataSource);
    store.createSchema();
    return store;
  }
}
