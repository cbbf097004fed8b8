package dev.ledgerkit.replication.sink;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.stream.StreamShape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A table in a database for each stream: a typed column for each field that is known by type, and
 * the whole record in {@code record_content}.
 *
 * <p>Amounts keep every digit. A value that is not of its column's type leaves the column null and
 * is in {@code record_content} as it came. Checkpoints are in {@code ledger_checkpoint} and commit
 * with the records, in one transaction. Tested on PostgreSQL and H2.
 *
 * <p>Names are stored as the database stores names that are not quoted, so a table is read as
 * {@code SELECT * FROM sage_contacts}; a field whose name is a word of SQL, such as {@code date},
 * is quoted in the spelling the database stores.
 *
 * <pre>{@code
 * Sink sink = JdbcSink.builder(dataSource).tablePrefix("sage_").createTables().build();
 * }</pre>
 *
 * <p>Defaults: no prefix; tables are expected to be there.
 *
 * @since 0.1
 */
public final class JdbcSink implements Sink {
  private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9_]{0,31}|");
  private static final String CHECKPOINTS = "ledger_checkpoint";

  private final DataSource dataSource;
  private final String prefix;
  private final boolean create;

  private JdbcSink(Builder builder) {
    this.dataSource = builder.dataSource;
    this.prefix = builder.prefix;
    this.create = builder.create;
  }

  /** Begins one. */
  public static Builder builder(DataSource dataSource) {
    return new Builder(dataSource);
  }

  @Override
  public SinkTable open(StreamShape shape) {
    String table = prefix + shape.name();
    JdbcColumns columns = JdbcColumns.of(shape);
    try (Connection connection = dataSource.getConnection()) {
      JdbcNames names = JdbcNames.of(connection.getMetaData());
      String database = connection.getMetaData().getDatabaseProductName();
      if (!there(connection, names, prefix + CHECKPOINTS)) {
        make(connection, prefix + CHECKPOINTS, checkpointTable(names, database));
      }
      if (!there(connection, names, table)) {
        make(connection, table, columns.create(names, table, database));
      }
      List<String> differences = columns.differences(connection, names, table);
      if (!differences.isEmpty()) {
        throw new SinkShapeException(
            "Table %s has another shape: %s. Alter it, drop it together with its line in %s, or choose another table prefix."
                .formatted(table, String.join(", ", differences), prefix + CHECKPOINTS));
      }
      return new JdbcTable(
          dataSource, new JdbcSql(names, table, prefix + CHECKPOINTS, columns), shape.name());
    } catch (SQLException e) {
      throw JdbcTable.failure(table, e);
    }
  }

  private String checkpointTable(JdbcNames names, String database) {
    return "CREATE TABLE %s (%s VARCHAR(200) PRIMARY KEY, %s BIGINT NOT NULL, %s %s NOT NULL)"
        .formatted(
            names.quoted(prefix + CHECKPOINTS),
            names.quoted("stream"),
            names.quoted("sequence"),
            names.quoted("content"),
            JdbcType.TEXT.sql(database));
  }

  private static boolean there(Connection connection, JdbcNames names, String table)
      throws SQLException {
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(), connection.getSchema(), names.pattern(table), null)) {
      return found.next();
    }
  }

  private void make(Connection connection, String table, String sql) throws SQLException {
    if (!create) {
      throw new SinkShapeException(
          "Table %s is not there; call createTables(), or have an administrator run: %s"
              .formatted(table, sql));
    }
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  /** Nothing is held open between uses, so there is nothing to end. */
  @Override
  public void close() {}

  @Override
  public String toString() {
    return "JdbcSink[" + prefix + "*]";
  }

  /** Collects what is optional. Not safe for use by many threads. */
  public static final class Builder {
    private final DataSource dataSource;
    private String prefix = "";
    private boolean create;

    private Builder(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /**
     * What the tables' names begin with, so that two businesses or providers can be in one schema.
     *
     * @throws ConfigurationException unless it is lower-case letters, digits and underscores, a
     *     letter first, at most 32
     */
    public Builder tablePrefix(String prefix) {
      if (!PREFIX.matcher(prefix).matches()) {
        throw new ConfigurationException(
            "Table prefix '%s' is refused; use up to 32 of a-z, 0-9 and _, a letter first."
                .formatted(prefix));
      }
      this.prefix = prefix;
      return this;
    }

    /** Makes tables that are not there. */
    public Builder createTables() {
      this.create = true;
      return this;
    }

    /** The sink. */
    public JdbcSink build() {
      return new JdbcSink(this);
    }
  }
}
