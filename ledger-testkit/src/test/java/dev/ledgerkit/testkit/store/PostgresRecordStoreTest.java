package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The JDBC store on a real PostgreSQL, one table for all tests. */
class PostgresRecordStoreTest {
  private static EmbeddedPostgres postgres;

  /** H2's pool serves any driver. */
  private static JdbcConnectionPool pool;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
    connections.setUrl(postgres.getJdbcUrl("postgres", "postgres"));
    pool = JdbcConnectionPool.create(connections);
    pool.setMaxConnections(20);
  }

  @AfterAll
  static void stop() throws Exception {
    pool.dispose();
    postgres.close();
  }

  @Nested
  class AsItComes extends RecordStoreContract {
    @Override
    protected RecordStore open() {
      return store(pool);
    }
  }

  /** A pool set up for a host's own needs: no autocommit, and the strictest isolation. */
  @Nested
  class SerializableWithAutocommitOff extends RecordStoreContract {
    @Override
    protected RecordStore open() {
      return store(
          new ConnectionPerCall(pool::getConnection)
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
