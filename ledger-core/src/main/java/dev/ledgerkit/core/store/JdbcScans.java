package dev.ledgerkit.core.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The two scans. What changed is numbered when it is first asked for, not when it is written.
 *
 * <p>A number taken by the writer becomes visible when its transaction commits, and transactions
 * commit in another order than they took numbers: a reader that has seen 8 would never hear of the
 * 7 that commits after. A writer therefore only marks its row. The reader gives the marked rows it
 * can see, which are committed, the next numbers, one reader at a time behind the row of the
 * counter, and commits; only then does it scan. No number can appear below one that was seen, with
 * no assumption about clocks or about how long a transaction lasts; writers wait for nobody; and
 * kinds that nobody scans cost nothing.
 */
final class JdbcScans {
  private static final String DUE =
      """
      SELECT id FROM {table} WHERE kind = ? AND due_at < ? ORDER BY due_at, id LIMIT ?""";

  private static final String MARKED =
      """
      SELECT id FROM {table} WHERE kind = ? AND change_no = 0 LIMIT ?""";

  private static final String RESERVE =
      """
      UPDATE {table} SET version = version + ? WHERE kind = '#changes' AND id = ?""";

  private static final String COUNTER =
      """
      INSERT INTO {table} (kind, id, version, change_no, lease_fence, lease_until)
      VALUES ('#changes', ?, 0, -1, 0, 0)""";

  private static final String RESERVED =
      """
      SELECT version FROM {table} WHERE kind = '#changes' AND id = ?""";

  /** Only if it is still marked: another reader may have numbered it before our turn came. */
  private static final String NUMBER =
      """
      UPDATE {table} SET change_no = ? WHERE kind = ? AND id = ? AND change_no = 0""";

  private static final String SINCE =
      """
      SELECT id, change_no FROM {table} WHERE kind = ? AND change_no > ?
      ORDER BY change_no LIMIT ?""";

  private final JdbcSession session;

  JdbcScans(JdbcSession session) {
    this.session = session;
  }

  List<RecordKey> dueBefore(String kind, Instant deadline, int limit) {
    return session.list(
        "scan what is due of " + kind,
        DUE,
        row -> new RecordKey(kind, row.getString(1)),
        kind,
        EpochMillis.ceiling(deadline),
        limit);
  }

  RecordChanges changedSince(String kind, long cursor, int limit) {
    String what = "scan what changed of " + kind;
    List<String> marked = session.list(what, MARKED, row -> row.getString(1), kind, limit);
    if (!marked.isEmpty()
        && !session.transaction(what, connection -> number(connection, kind, marked))) {
      session.insert(what, COUNTER, kind);
      session.transaction(what, connection -> number(connection, kind, marked));
    }
    List<Change> changes =
        session.list(
            what,
            SINCE,
            row -> new Change(new RecordKey(kind, row.getString(1)), row.getLong(2)),
            kind,
            Math.max(0, cursor),
            limit);
    return new RecordChanges(
        changes.stream().map(Change::key).toList(),
        changes.isEmpty() ? cursor : changes.get(changes.size() - 1).number);
  }

  /** False if the kind has no counter yet. */
  private boolean number(Connection connection, String kind, List<String> ids) throws SQLException {
    long count = ids.size();
    if (session.update(connection, RESERVE, count, kind) == 0) {
      return false;
    }
    long next = session.list(connection, RESERVED, row -> row.getLong(1), kind).get(0) - count + 1;
    try (PreparedStatement statement = session.prepare(connection, NUMBER)) {
      for (String id : ids) {
        statement.setLong(1, next++);
        statement.setString(2, kind);
        statement.setString(3, id);
        statement.addBatch();
      }
      return statement.executeBatch().length == ids.size();
    }
  }

  private record Change(RecordKey key, long number) {}
}
