package dev.ledgerkit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordChanges;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JDBC store says of, and does on, a PostgreSQL that is not as it wishes. */
class PostgresBadInputTest {
  private static final RecordKey KEY = new RecordKey("kind", "a");

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    execute("CREATE USER guest");
    execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    execute("CREATE SCHEMA app");
  }

  @AfterAll
  static void stop() throws Exception {
    postgres.close();
  }

  @Test
  void table_thatIsNotThere_isNamedWithTheRemedy() {
    assertThatThrownBy(() -> store("nowhere").get(KEY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("createSchema()")
        .hasMessageContaining("/dev/ledgerkit/core/store/schema-postgresql.sql");
    assertThatThrownBy(() -> store("noschema.nowhere").get(KEY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("noschema.nowhere");
  }

  @Test
  void createSchema_withoutTheRight_namesTableAndFile() {
    assertThatThrownBy(
            () -> JdbcRecordStore.builder(guest()).table("forbidden").build().createSchema())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("forbidden")
        .hasMessageContaining("42501")
        .hasMessageContaining("schema-postgresql.sql")
        .hasMessageContaining("grant SELECT, INSERT and UPDATE");
  }

  @Test
  void guest_withTheGrantsTheMessageNames_canDoEverything() throws Exception {
    store("granted").createSchema();
    execute("GRANT SELECT, INSERT, UPDATE ON granted TO guest");
    RecordStore store = JdbcRecordStore.builder(guest()).table("granted").build();

    long version = store.put(KEY, 0, new byte[1], null).orElseThrow().version();
    assertThat(store.delete(KEY, version)).isTrue();
    assertThat(store.fence(KEY)).isEqualTo(1);
    assertThat(store.changedSince("kind", 0, 10).keys()).containsExactly(KEY);
  }

  @Test
  void guest_withoutAnyGrant_isToldTheState() {
    store("private").createSchema();
    RecordStore store = JdbcRecordStore.builder(guest()).table("private").build();

    assertThatThrownBy(() -> store.get(KEY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("private")
        .hasMessageContaining("42501");
  }

  @Test
  void table_ofAnotherShape_isRefusedAndLeftAlone() throws Exception {
    execute("CREATE TABLE older (kind VARCHAR(32), id VARCHAR(128), version BIGINT)");

    assertThatThrownBy(() -> store("older").get(KEY))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("older")
        .hasMessageContaining("format 1");
    assertThatThrownBy(() -> store("older").createSchema())
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("another table");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7})
  void table_ofAnOlderOrLaterFormat_isRefused(int format) throws Exception {
    String table = "format" + format;
    store(table).createSchema();
    execute("UPDATE %s SET version = %d WHERE kind = '#format'".formatted(table, format));

    assertThatThrownBy(() -> store(table).put(KEY, 0, new byte[1], null))
        .isInstanceOf(VaultException.class)
        .hasMessageContaining("format " + format)
        .hasMessageContaining("format 1")
        .hasMessageContaining("bring it to this format");
    assertThatThrownBy(() -> store(table).createSchema()).isInstanceOf(VaultException.class);
  }

  @Test
  void createSchema_byManyNodesAtOnce_succeedsForEach() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 5; round++) {
        String table = "app.made_" + round;
        List<Callable<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
          nodes.add(
              () -> {
                store(table).createSchema();
                return null;
              });
        }
        for (Future<Void> node : threads.invokeAll(nodes)) {
          node.get();
        }
        assertThat(store(table).put(KEY, 0, new byte[1], null)).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void change_whoseTransactionCommitsLate_isNotMissed() throws Exception {
    RecordStore store = store("late");
    store("late").createSchema();
    assertThat(store.put(KEY, 0, new byte[1], null)).isPresent();
    long cursor = store.changedSince("kind", 0, 10).cursor();
    try (Connection slow = postgres.getPostgresDatabase().getConnection();
        Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      // What the store's own put does, in a transaction that takes its time.
      statement.executeUpdate(
          "UPDATE late SET version = version + 1, change_no = 0 WHERE kind = 'kind' AND id = 'a'");
      RecordKey quick = new RecordKey("kind", "quick");
      assertThat(store.put(quick, 0, new byte[1], null)).isPresent();
      RecordChanges meanwhile = store.changedSince("kind", cursor, 10);
      assertThat(meanwhile.keys()).containsExactly(quick);

      slow.commit();

      assertThat(store.changedSince("kind", meanwhile.cursor(), 10).keys()).containsExactly(KEY);
    }
  }

  @Test
  @Timeout(60)
  void row_lockedByAnotherTransaction_failsWithinTheQueryTimeout() throws Exception {
    JdbcRecordStore store =
        JdbcRecordStore.builder(postgres.getPostgresDatabase())
            .table("locked")
            .queryTimeout(Duration.ofSeconds(1))
            .build();
    store.createSchema();
    assertThat(store.put(KEY, 0, new byte[] {1}, null)).isPresent();
    try (Connection other = postgres.getPostgresDatabase().getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.executeUpdate("UPDATE locked SET version = version WHERE kind = 'kind'");

      assertThatThrownBy(
              () -> store.put(KEY, 1, "the bytes".getBytes(StandardCharsets.UTF_8), null))
          .isInstanceOf(VaultException.class)
          .hasMessageContaining("kind/a")
          .hasMessageContaining("57014")
          .hasMessageNotContaining("the bytes");
      other.rollback();
    }
    assertThat(store.put(KEY, 1, new byte[] {2}, null)).isPresent();
  }

  @Test
  void connection_goesBackAsItCame() throws Exception {
    try (Connection one = postgres.getPostgresDatabase().getConnection()) {
      one.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      one.setAutoCommit(false);
      JdbcRecordStore store =
          JdbcRecordStore.builder(new ConnectionPerCall(() -> Unclosed.of(one)).untouched())
              .table("returned")
              .build();
      store.createSchema();
      assertThat(store.put(KEY, 0, new byte[1], null)).isPresent();
      assertThat(store.changedSince("kind", 0, 10).keys()).containsExactly(KEY);

      assertThat(one.getAutoCommit()).isFalse();
      assertThat(one.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
    }
  }

  private static JdbcRecordStore store(String table) {
    return JdbcRecordStore.builder(postgres.getPostgresDatabase()).table(table).build();
  }

  private static DataSource guest() {
    return postgres.getDatabase("guest", "postgres");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
