package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Statements on a host's {@link DataSource}: each with a timeout, on a connection that goes back as
 * it came. A single statement is its own transaction, whatever the pool's autocommit is.
 *
 * <p>What a database rolls back for the sake of another transaction (a deadlock, a serialization
 * failure) did not happen, so it is run again.
 */
final class JdbcSession {
  private static final int MAX_TRIES = 20;
  private static final String TABLE = "{table}";
  private static final String NOW = "{now}";

  private final DataSource dataSource;
  private final String table;
  private final int timeoutSeconds;
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private volatile @Nullable SqlDialect dialect;

  JdbcSession(DataSource dataSource, String table, Duration timeout, @Nullable SqlDialect dialect) {
    this.dataSource = dataSource;
    this.table = table;
    this.timeoutSeconds = (int) Math.max(1, timeout.toSeconds());
    this.dialect = dialect;
  }

  String table() {
    return table;
  }

  /** What was named, or else what the driver says. */
  SqlDialect dialect() {
    SqlDialect known = dialect;
    return known != null ? known : connected("find out the database's kind", this::spokenOn);
  }

  /** On the connection at hand, for a second one may be more than the pool has. */
  private SqlDialect spokenOn(Connection connection) throws SQLException {
    SqlDialect known = dialect;
    if (known == null) {
      known = SqlDialect.of(connection.getMetaData().getDatabaseProductName());
      dialect = known;
    }
    return known;
  }

  /** How many rows the statement changed. */
  int update(String what, String sql, @Nullable Object... values) {
    return connected(what, connection -> update(connection, sql, values));
  }

  /** Inserts the row; false if there is one with its key. */
  boolean insert(String what, String sql, @Nullable Object... values) {
    return connected(
        what,
        connection -> {
          try {
            return update(connection, sql, values) == 1;
          } catch (SQLException e) {
            if (SqlFault.of(e).duplicate()) {
              return false;
            }
            throw e;
          }
        });
  }

  /** The first row of the answer. */
  <T> Optional<T> first(String what, String sql, Row<T> row, @Nullable Object... values) {
    return list(what, sql, row, values).stream().findFirst();
  }

  /** Every row of the answer. */
  <T> List<T> list(String what, String sql, Row<T> row, @Nullable Object... values) {
    return connected(what, connection -> list(connection, sql, row, values));
  }

  int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values)) {
      return statement.executeUpdate();
    }
  }

  <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, values);
        ResultSet rows = statement.executeQuery()) {
      List<T> answer = new ArrayList<>();
      while (rows.next()) {
        answer.add(row.read(rows));
      }
      return answer;
    }
  }

  PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text(connection, sql));
    try {
      statement.setQueryTimeout(timeoutSeconds);
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private String text(Connection connection, String sql) throws SQLException {
    String text = texts.get(sql);
    if (text == null) {
      text = sql.replace(TABLE, table).replace(NOW, spokenOn(connection).nowMillis());
      texts.put(sql, text);
    }
    return text;
  }

  /** Work on a connection on which every statement is a transaction. */
  <T> T connected(String what, Work<T> work) {
    return repeated(
        what,
        connection -> {
          try (Restore restore = new Restore(connection)) {
            restore.autoCommit(true);
            return work.on(connection);
          }
        });
  }

  /**
   * Several statements as one transaction. Read committed, for whoever waited for a row has to see
   * what the other did; SQLite has one level, and writers one after another.
   */
  <T> T transaction(String what, Work<T> work) {
    return repeated(
        what,
        connection -> {
          try (Restore restore = new Restore(connection)) {
            if (spokenOn(connection) != SqlDialect.SQLITE) {
              restore.isolation(Connection.TRANSACTION_READ_COMMITTED);
            }
            restore.autoCommit(false);
            return committed(connection, work);
          }
        });
  }

  private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      try {
        connection.rollback();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private <T> T repeated(String what, Work<T> work) {
    for (int tries = 1; ; tries++) {
      try (Connection connection = dataSource.getConnection()) {
        return work.on(connection);
      } catch (SQLException e) {
        if (tries == MAX_TRIES || !SqlFault.of(e).rolledBack()) {
          throw failure(what, e);
        }
      }
    }
  }

  private VaultException failure(String what, SQLException cause) {
    return new VaultException(
        "Table %s: could not %s (SQLState %s). Check that the database is up and that this user may"
                .formatted(table, what, cause.getSQLState())
            + " read and write the table.",
        SqlFault.withoutValues(cause));
  }

  /** What is done with a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** How a row is read. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Gives the connection back as it was handed out. */
  private static final class Restore implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private @Nullable Integer isolation;

    Restore(Connection connection) throws SQLException {
      this.connection = connection;
      this.autoCommit = connection.getAutoCommit();
    }

    void autoCommit(boolean wanted) throws SQLException {
      if (connection.getAutoCommit() != wanted) {
        connection.setAutoCommit(wanted);
      }
    }

    void isolation(int wanted) throws SQLException {
      int before = connection.getTransactionIsolation();
      if (before != wanted) {
        // Drivers refuse this inside a transaction, and asking may have opened one.
        autoCommit(true);
        connection.setTransactionIsolation(wanted);
        isolation = before;
      }
    }

    @Override
    public void close() throws SQLException {
      if (isolation != null) {
        autoCommit(true);
        connection.setTransactionIsolation(isolation);
      }
      autoCommit(autoCommit);
    }
  }
}
