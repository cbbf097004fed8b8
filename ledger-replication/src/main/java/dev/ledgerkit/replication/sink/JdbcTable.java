package dev.ledgerkit.replication.sink;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A stream's table. Whoever commits moves the checkpoint first, and so holds its row until the
 * transaction ends: of two runs one waits for that, and then finds the checkpoint moved.
 */
final class JdbcTable implements SinkTable {
  private static final int KEYS_AT_ONCE = 500;
  private static final int ROWS_AT_ONCE = 1000;
  private static final int STATEMENT_SECONDS = 300;

  private final DataSource dataSource;
  private final JdbcSql sql;
  private final String stream;

  JdbcTable(DataSource dataSource, JdbcSql sql, String stream) {
    this.dataSource = dataSource;
    this.sql = sql;
    this.stream = stream;
  }

  @Override
  public Optional<SinkCheckpoint> checkpoint() {
    return transaction(
        connection -> {
          try (PreparedStatement select = prepare(connection, sql.readCheckpoint())) {
            select.setString(1, stream);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new SinkCheckpoint(row.getLong(1), row.getString(2)))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public void commit(Batch batch) {
    transaction(
        connection -> {
          move(connection, batch.checkpoint());
          Map<String, SinkRow> rows = new LinkedHashMap<>();
          batch.upserts().forEach(row -> rows.put(row.key(), row));
          upsert(connection, rows, batch.generation());
          for (List<String> keys : chunks(batch.deletions())) {
            update(connection, sql.delete(keys.size()), keys.toArray());
          }
          if (batch.retire()) {
            update(connection, sql.retire(), batch.generation());
          }
          return true;
        });
  }

  private void move(Connection connection, SinkCheckpoint next) throws SQLException {
    boolean moved;
    if (next.sequence() == 1) {
      try {
        moved =
            1 == update(connection, sql.firstCheckpoint(), next.sequence(), next.text(), stream);
      } catch (SQLException e) {
        if (!String.valueOf(e.getSQLState()).startsWith("23")) {
          throw e;
        }
        moved = false; // there is one
      }
    } else {
      moved =
          1
              == update(
                  connection,
                  sql.nextCheckpoint(),
                  next.sequence(),
                  next.text(),
                  stream,
                  next.sequence() - 1);
    }
    if (!moved) {
      throw new SinkConflictException(
          "Commit %d of stream %s does not follow the last one in table %s; another run wrote to it."
              .formatted(next.sequence(), stream, sql.table()));
    }
  }

  private void upsert(Connection connection, Map<String, SinkRow> rows, long generation)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Map<String, String> known = versions(connection, rows.keySet());
    try (PreparedStatement insert = prepare(connection, sql.insert());
        PreparedStatement update = prepare(connection, sql.update())) {
      for (SinkRow row : rows.values()) {
        PreparedStatement statement = known.containsKey(row.key()) ? update : insert;
        bind(statement, row, generation);
        statement.addBatch();
      }
      insert.executeBatch();
      update.executeBatch();
    }
  }

  private void bind(PreparedStatement statement, SinkRow row, long generation) throws SQLException {
    int at = 1;
    statement.setString(at++, row.version());
    statement.setLong(at++, generation);
    statement.setString(at++, new String(row.json(), StandardCharsets.UTF_8));
    for (JdbcColumns.Column column : sql.columns().fields()) {
      statement.setObject(at++, column.value(row.content()));
    }
    statement.setString(at, row.key());
  }

  @Override
  public long count(long from) {
    return transaction(
        connection -> {
          try (PreparedStatement select = prepare(connection, sql.count())) {
            select.setLong(1, from);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  @Override
  public Map<String, String> versions(Collection<String> keys) {
    return transaction(connection -> versions(connection, keys));
  }

  private Map<String, String> versions(Connection connection, Collection<String> keys)
      throws SQLException {
    Map<String, String> versions = new HashMap<>();
    for (List<String> some : chunks(keys)) {
      try (PreparedStatement select = prepare(connection, sql.versions(some.size()))) {
        for (int i = 0; i < some.size(); i++) {
          select.setString(i + 1, some.get(i));
        }
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            versions.put(rows.getString(1), rows.getString(2));
          }
        }
      }
    }
    return versions;
  }

  @Override
  public void scan(RowVisitor visitor) {
    transaction(
        connection -> {
          try (PreparedStatement select = prepare(connection, sql.scan())) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                visitor.row(rows.getString(1), rows.getString(2));
              }
            }
          }
          return true;
        });
  }

  private static List<List<String>> chunks(Collection<String> keys) {
    List<String> all = List.copyOf(keys);
    List<List<String>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
      chunks.add(all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE)));
    }
    return chunks;
  }

  private static int update(Connection connection, String statement, Object... values)
      throws SQLException {
    try (PreparedStatement update = prepare(connection, statement)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String statement)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    prepared.setQueryTimeout(STATEMENT_SECONDS);
    return prepared;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** The connection goes back as it came. */
  private <T> T transaction(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.on(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        // Before the connection goes back: switching autocommit on would commit what is open.
        if (!done) {
          rollBack(connection);
        }
        connection.setAutoCommit(autoCommit);
      }
    } catch (SQLException e) {
      throw failure(sql.table(), e);
    }
  }

  /** A connection that cannot even do that is ended, and its transaction with it. */
  private static void rollBack(Connection connection) throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      connection.abort(Runnable::run);
    }
  }

  /** Without the database's own text, which may hold a record's values. */
  static SinkException failure(String table, SQLException cause) {
    return new SinkException(
        "Table %s could not be read or written (SQLState %s, code %d). See that the database is up, has room and lets this user write; what was committed is there, so run again."
            .formatted(table, cause.getSQLState(), cause.getErrorCode()),
        withoutValues(cause));
  }

  private static SQLException withoutValues(SQLException cause) {
    SQLException bare =
        new SQLException(cause.getClass().getName(), cause.getSQLState(), cause.getErrorCode());
    bare.setStackTrace(cause.getStackTrace());
    return bare;
  }
}
