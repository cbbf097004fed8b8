package dev.ledgerkit.testkit.nodes;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.JdbcRecordStore;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import dev.ledgerkit.crypto.MasterKeys;
import dev.ledgerkit.crypto.SealContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A table full of sealed pairs of 1.3 KB tokens, and what is asked of it past the store. */
final class SealedTable implements AutoCloseable {
  /** Of a record that dies first; each other dies a second after another. */
  static final Instant FIRST_DEATH = Instant.parse("2030-01-01T00:00:00Z");

  private static final int BATCH = 1_000;
  private static final int CONNECTIONS = 16;

  /** Prime, and no divisor of a round number: who dies next lies all over the table. */
  private static final long STRIDE = 7_919;

  private final JdbcConnectionPool pool;
  private final MasterKeys keys;
  private final int records;

  SealedTable(String url, MasterKeys keys, int records) {
    this.pool = pool(url);
    this.keys = keys;
    this.records = records;
  }

  static JdbcConnectionPool pool(String url) {
    PGConnectionPoolDataSource connections = new PGConnectionPoolDataSource();
    connections.setUrl(url);
    JdbcConnectionPool pool = JdbcConnectionPool.create(connections);
    pool.setMaxConnections(CONNECTIONS);
    return pool;
  }

  static EncryptedTokenVault vault(DataSource database, MasterKeys keys) {
    SealContext context = new SealContext("sage", "UK");
    return new EncryptedTokenVault(new JdbcRecordStore(database), keys, id -> context);
  }

  DataSource database() {
    return pool;
  }

  EncryptedTokenVault vault() {
    return vault(pool, keys);
  }

  static BindingId id(int number) {
    return new BindingId("merchant-%07d".formatted(number));
  }

  /** Sealed by a vault in memory, and copied into the table as a backup would be restored. */
  void fill() throws SQLException, IOException {
    new JdbcRecordStore(pool).createSchema();
    try (Connection connection = pool.getConnection()) {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn(
                  "COPY ledger_record (kind, id, content, version, due_at, change_no, lease_fence,"
                      + " lease_until) FROM STDIN");
      for (int from = 0; from < records; from += BATCH) {
        byte[] rows = rows(from, Math.min(records, from + BATCH));
        copy.writeToCopy(rows, 0, rows.length);
      }
      copy.endCopy();
    }
    ask("ANALYZE ledger_record");
  }

  private byte[] rows(int from, int to) {
    InMemoryRecordStore memory = new InMemoryRecordStore();
    SealContext context = new SealContext("sage", "UK");
    EncryptedTokenVault vault = new EncryptedTokenVault(memory, keys, id -> context);
    return IntStream.range(from, to)
        .mapToObj(
            number -> {
              Instant death = FIRST_DEATH.plusSeconds(number * STRIDE % records);
              vault.store(id(number), pair(number, death));
              RecordKey key = new RecordKey("token", id(number).value());
              String sealed = HexFormat.of().formatHex(memory.get(key).orElseThrow().value());
              return "token\t%s\t\\\\x%s\t1\t%d\t0\t1\t0\n"
                  .formatted(key.id(), sealed, death.toEpochMilli());
            })
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static OauthToken pair(int number, Instant death) {
    return new OauthToken(
        Secret.of("sim-at-%01293d".formatted(number)),
        Secret.of("sim-rt-%01293d".formatted(number)),
        death.minus(Duration.ofDays(31)).plusSeconds(300),
        death,
        "full_access",
        death.minus(Duration.ofDays(31)));
  }

  /** How many records have been numbered for those who scan; a pass numbers what it seals. */
  long changesNumbered() {
    List<String> counter =
        ask("SELECT version FROM ledger_record WHERE kind = '#changes' AND id = 'token'");
    return counter.isEmpty() ? 0 : Long.parseLong(counter.get(0));
  }

  /** By the key id in the records' readable part, past the store and the vault. */
  long sealedUnder(long keyId) {
    return Long.parseLong(
        ask("SELECT count(*) FROM ledger_record WHERE kind = 'token' AND"
                + " substring(content FROM 2 FOR 4) = decode('%08x', 'hex')".formatted(keyId))
            .get(0));
  }

  /** How PostgreSQL goes about the store's own query for what is due. */
  String planOfDue(Instant deadline, int limit) {
    return String.join(
        "\n",
        ask(
            "EXPLAIN (ANALYZE, BUFFERS) SELECT id FROM ledger_record WHERE kind = 'token' AND"
                + " due_at < %d ORDER BY due_at, id LIMIT %d"
                    .formatted(deadline.toEpochMilli(), limit)));
  }

  private List<String> ask(String sql) {
    try (Connection connection = pool.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (!statement.execute()) {
        return List.of();
      }
      try (ResultSet rows = statement.getResultSet()) {
        List<String> answer = new ArrayList<>();
        while (rows.next()) {
          answer.add(rows.getString(1));
        }
        return answer;
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    pool.dispose();
  }
}
