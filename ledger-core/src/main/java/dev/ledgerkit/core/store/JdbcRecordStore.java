package dev.ledgerkit.core.store;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A {@link RecordStore} in one table of a host's own database, for any number of nodes.
 *
 * <p>Every change is one statement that compares and sets, in a transaction of its own. Leases
 * lapse by the database's clock, read inside the statement that compares; a node's clock is never
 * asked. Numbers outlive deletion: a key's row stays when its record goes. What changed is numbered
 * by whoever scans it, after it was committed, so a scan misses nothing however commits overtake
 * each other. Safe for use by many threads; no connection is kept between calls.
 *
 * <pre>{@code
 * JdbcRecordStore store = new JdbcRecordStore(dataSource);
 * store.createSchema(); // or run schema-postgresql.sql from this package beforehand
 * Bindings bindings = new Bindings(store);
 * }</pre>
 *
 * <p>Defaults:
 *
 * <ul>
 *   <li>table: {@code ledger_record}
 *   <li>query timeout: 5 seconds a statement
 *   <li>dialect: by the driver's product name, asked at the first use
 * </ul>
 *
 * <p>Note: give it a data source that takes no part in the host's transactions. A store that
 * commits with somebody else's work, or not at all, breaks the promises above. The time to get a
 * connection, and to notice a dead network under one, are settings of that data source.
 *
 * <p>Note: times of the records are kept to the millisecond. A value has at most 16 MiB.
 *
 * @since 0.1
 */
public final class JdbcRecordStore implements RecordStore {
  private final JdbcSchema schema;
  private final JdbcRecords records;
  private final JdbcLeases leases;
  private final JdbcScans scans;
  private volatile boolean checked;

  /** A store with every default. */
  public JdbcRecordStore(DataSource dataSource) {
    this(builder(dataSource));
  }

  private JdbcRecordStore(Builder builder) {
    JdbcSession session =
        new JdbcSession(builder.dataSource, builder.table, builder.queryTimeout, builder.dialect);
    schema = new JdbcSchema(session);
    records = new JdbcRecords(session);
    leases = new JdbcLeases(session);
    scans = new JdbcScans(session);
  }

  /** A store with other than the defaults. */
  public static Builder builder(DataSource dataSource) {
    return new Builder(dataSource);
  }

  /**
   * Creates the table and its indexes if they are not there. Any number of nodes may do so at once,
   * at every start.
   *
   * @throws VaultException if the table cannot be created, naming the file an administrator can run
   *     instead; or if there is one of another format, which is left as it is
   */
  public void createSchema() {
    schema.create();
    checked = true;
  }

  @Override
  public Optional<StoredRecord> get(RecordKey key) {
    check();
    return records.get(key);
  }

  @Override
  public Optional<StoredRecord> put(
      RecordKey key, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    check();
    return records.put(key, null, expectedVersion, ValueLimit.checked(key, value), dueAt);
  }

  @Override
  public Optional<StoredRecord> put(
      StoreLease lease, long expectedVersion, byte[] value, @Nullable Instant dueAt) {
    check();
    return records.put(
        lease.key(), lease, expectedVersion, ValueLimit.checked(lease.key(), value), dueAt);
  }

  @Override
  public boolean delete(RecordKey key, long expectedVersion) {
    check();
    return records.delete(key, expectedVersion);
  }

  @Override
  public Optional<StoreLease> grant(RecordKey key, Duration ttl) {
    check();
    return leases.grant(key, ttl);
  }

  @Override
  public boolean renew(StoreLease lease, Duration ttl) {
    check();
    return leases.renew(lease, ttl);
  }

  @Override
  public boolean release(StoreLease lease) {
    check();
    return leases.release(lease);
  }

  @Override
  public long fence(RecordKey key) {
    check();
    return leases.fence(key);
  }

  @Override
  public List<RecordKey> dueBefore(String kind, Instant deadline, int limit) {
    check();
    return scans.dueBefore(kind, deadline, limit);
  }

  @Override
  public RecordChanges changedSince(String kind, long cursor, int limit) {
    check();
    return scans.changedSince(kind, cursor, limit);
  }

  /** Once: a table of another format must not be written to. */
  private void check() {
    if (!checked) {
      schema.check();
      checked = true;
    }
  }

  /**
   * What may be set. Not safe for use by many threads.
   *
   * @since 0.1
   */
  public static final class Builder {
    /** With or without a schema, and never in need of quotes. */
    private static final Pattern TABLE =
        Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,47}\\.)?[A-Za-z_][A-Za-z0-9_]{0,47}");

    private final DataSource dataSource;
    private String table = "ledger_record";
    private Duration queryTimeout = Duration.ofSeconds(5);
    private @Nullable SqlDialect dialect;

    private Builder(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /**
     * The table's name, with its schema if that is not the user's own.
     *
     * @throws ConfigurationException if it has anything but letters, digits and underscores
     */
    public Builder table(String name) {
      if (!TABLE.matcher(name).matches()) {
        throw new ConfigurationException(
            "Table name '%s' is refused: letters, digits and underscores, at most 48, after an"
                    .formatted(name)
                + " optional schema and a dot.");
      }
      table = name;
      return this;
    }

    /**
     * How long a statement may take, in whole seconds.
     *
     * @throws ConfigurationException if it is less than a second or more than an hour
     */
    public Builder queryTimeout(Duration timeout) {
      if (timeout.compareTo(Duration.ofSeconds(1)) < 0
          || timeout.compareTo(Duration.ofHours(1)) > 0) {
        throw new ConfigurationException(
            "Query timeout %s is refused: from a second to an hour.".formatted(timeout));
      }
      queryTimeout = timeout;
      return this;
    }

    /** The dialect, for a database that goes by another name than the one it speaks like. */
    public Builder dialect(SqlDialect spoken) {
      dialect = spoken;
      return this;
    }

    /** The store; does no I/O. */
    public JdbcRecordStore build() {
      return new JdbcRecordStore(this);
    }
  }
}
