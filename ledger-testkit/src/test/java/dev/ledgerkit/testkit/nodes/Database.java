package dev.ledgerkit.testkit.nodes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that can be stopped, and whose clock can be moved: a schema that is searched before
 * the system's own has a {@code clock_timestamp()} with an offset, so that leases lapse without
 * anybody waiting for them.
 */
final class Database implements AutoCloseable {
  private static final String STEERED =
      """
      CREATE SCHEMA steered;
      CREATE TABLE steered.shift (ms bigint NOT NULL);
      INSERT INTO steered.shift VALUES (0);
      CREATE FUNCTION steered.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
        'SELECT pg_catalog.clock_timestamp() + (SELECT ms FROM steered.shift) * interval ''1 millisecond''';
      """;

  private final Path directory;
  private final AtomicInteger names = new AtomicInteger();
  private EmbeddedPostgres postgres;
  private boolean up;

  Database(Path directory) throws IOException {
    this.directory = directory;
    this.postgres = start(0);
  }

  private EmbeddedPostgres start(int port) throws IOException {
    EmbeddedPostgres started =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setServerConfig("synchronous_commit", "on")
            .setPort(port)
            .start();
    up = true;
    return started;
  }

  void stop() throws IOException {
    up = false;
    postgres.close();
  }

  boolean isUp() {
    return up;
  }

  /** On the port it had. */
  void startAgain() throws IOException {
    postgres = start(postgres.getPort());
  }

  /** The URL of a new database with a clock of its own. */
  String create() {
    String name = "nodes" + names.incrementAndGet();
    run(url("postgres"), "CREATE DATABASE " + name);
    run(url(name), STEERED);
    run(url(name), "ALTER DATABASE " + name + " SET search_path = public, steered, pg_catalog");
    return url(name);
  }

  private String url(String name) {
    return postgres.getJdbcUrl("postgres", name);
  }

  static void advance(String url, Duration time) {
    run(url, "UPDATE steered.shift SET ms = ms + " + time.toMillis());
  }

  /** Every byte of every row, as one character each. */
  static String dump(String url) {
    StringBuilder all = new StringBuilder();
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM ledger_record")) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          byte[] bytes = rows.getBytes(column);
          all.append(bytes == null ? "" : Leaks.characters(bytes)).append('\n');
        }
      }
      return all.toString();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(String url, String sql) {
    try (Connection connection = connect(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Connection connect(String url) throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(url);
    return source.getConnection();
  }

  @Override
  public void close() throws IOException {
    if (up) {
      stop();
    }
  }
}
