package dev.ledgerkit.testkit.store;

import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.contract.RecordStoreContract;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The JDBC store on H2: in memory, in a file, and behind a pool that hands autocommit off. */
class H2RecordStoreTest {
  abstract static class OnH2 extends RecordStoreContract {
    private final JdbcConnectionPool pool = JdbcConnectionPool.create(url(), "sa", "");

    abstract String url();

    DataSource dataSource() {
      return pool;
    }

    @Override
    protected RecordStore open() {
      JdbcRecordStore store = new JdbcRecordStore(dataSource());
      store.createSchema();
      return store;
    }

    @AfterEach
    void dispose() {
      pool.dispose();
    }
  }

  @Nested
  class InMemory extends OnH2 {
    @Override
    String url() {
      return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }
  }

  @Nested
  class InAFile extends OnH2 {
    @TempDir static Path directory;

    @Override
    String url() {
      return "jdbc:h2:file:" + directory.resolve(UUID.randomUUID().toString()).toAbsolutePath();
    }
  }

  @Nested
  class WithAutocommitOff extends OnH2 {
    @Override
    String url() {
      return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    @Override
    DataSource dataSource() {
      return new ConnectionPerCall(super.dataSource()::getConnection).autoCommit(false);
    }
  }
}
