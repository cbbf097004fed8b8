package dev.ledgerkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.SqlDialect;
import dev.ledgerkit.core.store.StoreLease;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JDBC store refuses wherever it runs; on H2, because that is quick. */
class JdbcBadInputTest {
  private static final RecordKey KEY = new RecordKey("kind", "a");

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a;drop table b", "a.b.c", "1a", "\"a\"", "a-b", "ä", "a."})
  void tableName_thatWouldNeedQuotes_isRefused(String name) {
    assertThatThrownBy(() -> JdbcRecordStore.builder(as("sa")).table(name))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'" + name + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT0.5S", "PT-5S", "PT2H"})
  void queryTimeout_thatIsNone_isRefused(Duration timeout) {
    assertThatThrownBy(() -> JdbcRecordStore.builder(as("sa")).queryTimeout(timeout))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(timeout.toString());
  }

  @Test
  void value_thatIsTooLarge_isRefused_andTheLargestComesBack() {
    JdbcRecordStore store = new JdbcRecordStore(as("sa"));
    store.createSchema();
    byte[] largest = new byte[16 * 1024 * 1024];
    largest[largest.length - 1] = 9;

    assertThatThrownBy(() -> store.put(KEY, 0, new byte[largest.length + 1], null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("kind/a");
    assertThat(store.put(KEY, 0, largest, null)).isPresent();
    assertThat(store.get(KEY).orElseThrow().value()).isEqualTo(largest);
  }

  @Test
  void createSchema_twice_keepsWhatIsThere_andTakesASchemaOfItsOwn() throws Exception {
    execute("CREATE SCHEMA app");
    JdbcRecordStore store = JdbcRecordStore.builder(as("sa")).table("app.mine").build();
    store.createSchema();
    assertThat(store.put(KEY, 0, new byte[] {1}, null)).isPresent();
    store.createSchema();
    assertThat(store.get(KEY)).isPresent();
  }

  @Test
  void createSchema_withoutTheRight_namesTableAndFile() throws Exception {
    execute("CREATE USER guest PASSWORD ''");

    assertThatThrownBy(() -> new JdbcRecordStore(as("guest")).createSchema())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("ledger_record")
        .hasMessageContaining("schema-h2.sql");
  }

  @Test
  void table_ofAnotherShape_isRefused() throws Exception {
    execute("CREATE TABLE ledger_record (kind VARCHAR(32), id VARCHAR(128), version BIGINT)");

    assertThatThrownBy(() -> new JdbcRecordStore(as("sa")).createSchema())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("format 1");
  }

  @Test
  void poolOfOneConnection_isEnough() {
    JdbcConnectionPool pool = JdbcConnectionPool.create(as("sa"));
    pool.setMaxConnections(1);
    pool.setLoginTimeout(1);
    try {
      new JdbcRecordStore(pool).createSchema();
      JdbcRecordStore store = new JdbcRecordStore(pool);
      assertThat(store.get(KEY)).isEmpty();
      StoreLease lease = store.grant(KEY, Duration.ofHours(1)).orElseThrow();
      assertThat(store.put(lease, 0, new byte[1], null)).isPresent();
      assertThat(store.changedSince("kind", 0, 10).keys()).containsExactly(KEY);
    } finally {
      pool.dispose();
    }
  }

  @Test
  void dialect_thatWasNamed_isNotAskedFor() {
    JdbcRecordStore store = JdbcRecordStore.builder(as("sa")).dialect(SqlDialect.H2).build();

    assertThatCode(store::createSchema).doesNotThrowAnyException();
  }

  @Test
  void complaintAboutARow_keepsTheStateAndDropsTheRow() throws Exception {
    JdbcRecordStore store = new JdbcRecordStore(as("sa"));
    store.createSchema();
    execute("ALTER TABLE ledger_record ADD CONSTRAINT small CHECK (OCTET_LENGTH(content) < 4)");

    assertThatThrownBy(() -> store.put(KEY, 0, "the bytes".getBytes(StandardCharsets.UTF_8), null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("23513")
        .hasRootCauseMessage("The database refused the row.");
  }

  private JdbcDataSource as(String user) {
    JdbcDataSource dataSource = new JdbcDataSource();
    // Only an administrator may say how long the database lives.
    dataSource.setURL(user.equals("sa") ? url + ";DB_CLOSE_DELAY=-1" : url);
    dataSource.setUser(user);
    dataSource.setPassword("");
    return dataSource;
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = as("sa").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
