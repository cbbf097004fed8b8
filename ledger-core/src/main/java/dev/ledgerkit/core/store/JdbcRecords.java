package dev.ledgerkit.core.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reading, putting and deleting one record, each change by one statement that compares and sets.
 */
final class JdbcRecords {
  private static final String READ =
      """
      SELECT content, version, due_at FROM {table}
      WHERE kind = ? AND id = ? AND content IS NOT NULL""";

  private static final String ROW =
      """
      SELECT version, CASE WHEN content IS NULL THEN 0 ELSE 1 END FROM {table}
      WHERE kind = ? AND id = ?""";

  private static final String INSERT =
      """
      INSERT INTO {table} (kind, id, content, version, due_at, change_no, lease_fence, lease_until)
      VALUES (?, ?, ?, 1, ?, 0, 0, 0)""";

  private static final String REPLACE =
      """
      UPDATE {table} SET content = ?, due_at = ?, version = version + 1, change_no = 0
      WHERE kind = ? AND id = ? AND version = ? AND content IS NOT NULL""";

  private static final String REVIVE =
      """
      UPDATE {table} SET content = ?, due_at = ?, version = version + 1, change_no = 0
      WHERE kind = ? AND id = ? AND version = ? AND content IS NULL""";

  /** In the same statement as the change, so that nothing comes between the two. */
  private static final String HELD =
      " AND lease_owner = ? AND lease_fence = ? AND lease_until > {now}";

  private static final String REPLACE_HELD = REPLACE + HELD;
  private static final String REVIVE_HELD = REVIVE + HELD;

  private static final String DELETE =
      """
      UPDATE {table} SET content = NULL, due_at = NULL, version = version + 1, change_no = 0
      WHERE kind = ? AND id = ? AND version = ? AND content IS NOT NULL""";

  private final JdbcSession session;

  JdbcRecords(JdbcSession session) {
    this.session = session;
  }

  Optional<StoredRecord> get(RecordKey key) {
    return session.first("read " + key, READ, row -> record(key, row), key.kind(), key.id());
  }

  Optional<StoredRecord> put(
      RecordKey key,
      @Nullable StoreLease lease,
      long expected,
      byte[] value,
      @Nullable Instant dueAt) {
    Long due = dueAt == null ? null : (Long) EpochMillis.floor(dueAt);
    if (expected != RecordStore.ABSENT) {
      return write(lease == null ? REPLACE : REPLACE_HELD, key, lease, expected, value, due);
    }
    Optional<Row> row = row(key);
    if (row.isEmpty()) {
      if (lease != null) {
        return Optional.empty(); // a lease would have made the row
      }
      if (session.insert("put " + key, INSERT, key.kind(), key.id(), value, due)) {
        return Optional.of(stored(key, value, 1, due));
      }
      row = row(key); // made meanwhile: by another put, or by a lease alone
    }
    return row.filter(there -> !there.present)
        .flatMap(
            gone ->
                write(lease == null ? REVIVE : REVIVE_HELD, key, lease, gone.version, value, due));
  }

  private Optional<StoredRecord> write(
      String sql,
      RecordKey key,
      @Nullable StoreLease lease,
      long version,
      byte[] value,
      @Nullable Long due) {
    String what = "put " + key;
    int changed =
        lease == null
            ? session.update(what, sql, value, due, key.kind(), key.id(), version)
            : session.update(
                what, sql, value, due, key.kind(), key.id(), version, lease.owner(), lease.fence());
    return changed == 1 ? Optional.of(stored(key, value, version + 1, due)) : Optional.empty();
  }

  boolean delete(RecordKey key, long expected) {
    return session.update("delete " + key, DELETE, key.kind(), key.id(), expected) == 1;
  }

  private Optional<Row> row(RecordKey key) {
    return session.first(
        "read " + key,
        ROW,
        row -> new Row(row.getLong(1), row.getInt(2) == 1),
        key.kind(),
        key.id());
  }

  private static StoredRecord record(RecordKey key, ResultSet row) throws SQLException {
    byte[] value = row.getBytes(1);
    long version = row.getLong(2);
    long due = row.getLong(3);
    return stored(
        key, value == null ? new byte[0] : value, version, row.wasNull() ? null : (Long) due);
  }

  private static StoredRecord stored(
      RecordKey key, byte[] value, long version, @Nullable Long due) {
    return new StoredRecord(key, value, version, due == null ? null : Instant.ofEpochMilli(due));
  }

  private record Row(long version, boolean present) {}
}
