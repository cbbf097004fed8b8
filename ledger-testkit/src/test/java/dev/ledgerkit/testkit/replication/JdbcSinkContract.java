package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.replication.sink.JdbcSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.replication.sink.SinkException;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkShapeException;
import dev.ledgerkit.replication.sink.SinkTable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a database adds to the contract: typed columns, and tables that others made. */
abstract class JdbcSinkContract extends SinkContract {

  /** An empty schema for each test. */
  abstract DataSource dataSource();

  @Override
  Sink open() {
    return JdbcSink.builder(dataSource()).tablePrefix("books_").createTables().build();
  }

  @Override
  Map<String, JsonNode> published() {
    return Replicas.table(dataSource(), "books_things");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void columns_holdTypedValues_andNullWhereAValueIsOfAnotherKind() throws SQLException {
    ObjectNode good =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    """
                    {"id": "a", "amount": "0.1000000000000000000000000001", "number": 7, "active": true,
                     "date": "2026-02-28", "created_at": "2026-02-28T12:11:12.123456+02:00",
                     "contact": {"id": "c1"}, "lines": [1]}
                    """);
    ObjectNode odd =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    """
                    {"id": "b", "amount": "ten", "number": "1.5", "active": "maybe", "date": "2026-02-30",
                     "created_at": "yesterday", "contact": 5, "lines": null}
                    """);
    try (Sink sink = open()) {
      sink.open(SHAPE).commit(batch(1, 1, List.of(SinkRow.of("a", good), SinkRow.of("b", odd))));
    }

    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM books_things ORDER BY record_key")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getBigDecimal("amount"))
          .isEqualByComparingTo(new BigDecimal("0.1000000000000000000000000001"));
      assertThat(rows.getLong("number")).isEqualTo(7);
      assertThat(rows.getBoolean("active")).isTrue();
      assertThat(rows.getObject("date", LocalDate.class)).isEqualTo(LocalDate.of(2026, 2, 28));
      assertThat(rows.getObject("created_at", OffsetDateTime.class).toInstant())
          .isEqualTo(Instant.parse("2026-02-28T10:11:12.123456Z"));
      assertThat(rows.getString("contact_id")).isEqualTo("c1");
      assertThat(rows.getString("lines")).isEqualTo("[1]");
      assertThat(rows.next()).isTrue();
      for (String column :
          List.of("amount", "number", "active", "date", "created_at", "contact_id", "lines")) {
        assertThat(rows.getString(column)).as(column).isNull();
      }
      assertThat(JsonMapper.shared().readTree(rows.getString("record_content"))).isEqualTo(odd);
    }
  }

  @Test
  void tableOfAnotherShape_isRefusedByColumn_andLeftAlone() throws SQLException {
    execute("CREATE TABLE books_things (record_key VARCHAR(100), amount NUMERIC(10, 2))");
    try (Sink sink = open()) {
      assertThatThrownBy(() -> sink.open(SHAPE))
          .isInstanceOf(SinkShapeException.class)
          .hasMessageContaining("books_things")
          .hasMessageContaining("column record_version is missing")
          .hasMessageContaining("column amount of type");
    }
  }

  /** As running out of memory would be: what is open must not be committed on the way out. */
  @Test
  void errorInTheMiddleOfACommit_leavesNothingOfIt() {
    ObjectNode failing =
        new ObjectNode(JsonMapper.shared().getNodeFactory()) {
          private static final long serialVersionUID = 1L;

          @Override
          public JsonNode get(String field) {
            throw new StackOverflowError("on purpose");
          }
        };
    failing.put("id", "b");
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1))));

      assertThatThrownBy(() -> table.commit(batch(2, 1, List.of(SinkRow.of("b", failing)), "a")))
          .isInstanceOf(StackOverflowError.class);

      assertThat(table.checkpoint().orElseThrow().sequence()).isEqualTo(1);
      assertThat(scanned(table).keySet()).containsExactly("a");
    }
  }

  @Test
  void keyThatIsPaddedOrNotUnique_isRefused() throws SQLException {
    try (Sink sink = open()) {
      sink.open(SHAPE);
      execute("ALTER TABLE books_things RENAME TO made");
      execute("CREATE TABLE books_things AS SELECT * FROM made");
      assertThatThrownBy(() -> sink.open(SHAPE))
          .isInstanceOf(SinkShapeException.class)
          .hasMessageContaining("record_key");
    }
  }

  @Test
  void missingTable_isNotMadeUnasked_andTheStatementIsNamed() {
    try (Sink sink = JdbcSink.builder(dataSource()).tablePrefix("books_").build()) {
      assertThatThrownBy(() -> sink.open(SHAPE))
          .isInstanceOf(SinkShapeException.class)
          .hasMessageContaining("CREATE TABLE");
    }
  }

  @Test
  void columnsOfTheUsersOwn_areLeftAlone() throws SQLException {
    try (Sink sink = open()) {
      sink.open(SHAPE);
    }
    execute("ALTER TABLE books_things ADD COLUMN mine VARCHAR(10)");
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1))));
      execute("UPDATE books_things SET mine = 'kept'");
      table.commit(batch(2, 1, List.of(row("a", 2))));
    }
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT mine FROM books_things")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("kept");
    }
  }

  @Test
  void failureInTheMiddleOfACommit_leavesNothingOfIt() throws SQLException {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1))));
      String tooLong = "k".repeat(600);

      assertThatThrownBy(
              () -> table.commit(batch(2, 1, List.of(row("b", 1), row(tooLong, 1)), "a")))
          .isInstanceOf(SinkException.class)
          .hasMessageContaining("books_things")
          .hasMessageNotContaining(tooLong);

      assertThat(table.checkpoint().orElseThrow().sequence()).isEqualTo(1);
      assertThat(scanned(table).keySet()).containsExactly("a");
    }
  }

  @Test
  void prefixThatIsNoName_isRefused() {
    for (String prefix : List.of("x;drop", "1a", "A", "a-b", "a".repeat(33))) {
      assertThatThrownBy(() -> JdbcSink.builder(dataSource()).tablePrefix(prefix))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(prefix);
    }
  }
}
