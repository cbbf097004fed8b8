package dev.ledgerkit.replication.sink;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The statements on a stream's table and its checkpoint. */
record JdbcSql(JdbcNames names, String table, String checkpoints, JdbcColumns columns) {

  String insert() {
    List<String> all = columns.names();
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            names.quoted(table),
            all.stream().map(names::quoted).collect(Collectors.joining(", ")),
            marks(all.size()));
  }

  String update() {
    List<String> all = columns.names();
    return "UPDATE %s SET %s WHERE %s = ?"
        .formatted(
            names.quoted(table),
            all.subList(0, all.size() - 1).stream()
                .map(name -> names.quoted(name) + " = ?")
                .collect(Collectors.joining(", ")),
            key());
  }

  String delete(int keys) {
    return "DELETE FROM %s WHERE %s IN (%s)".formatted(names.quoted(table), key(), marks(keys));
  }

  String retire() {
    return "DELETE FROM %s WHERE %s < ?"
        .formatted(names.quoted(table), names.quoted(JdbcColumns.GENERATION));
  }

  String count() {
    return "SELECT COUNT(*) FROM %s WHERE %s >= ?"
        .formatted(names.quoted(table), names.quoted(JdbcColumns.GENERATION));
  }

  String versions(int keys) {
    return scan() + " WHERE %s IN (%s)".formatted(key(), marks(keys));
  }

  String scan() {
    return "SELECT %s, %s FROM %s"
        .formatted(key(), names.quoted(JdbcColumns.VERSION), names.quoted(table));
  }

  String readCheckpoint() {
    return "SELECT %s, %s FROM %s WHERE %s = ?"
        .formatted(
            names.quoted("sequence"),
            names.quoted("content"),
            names.quoted(checkpoints),
            names.quoted("stream"));
  }

  /** Sequence, content, stream. */
  String firstCheckpoint() {
    return "INSERT INTO %s (%s, %s, %s) VALUES (?, ?, ?)"
        .formatted(
            names.quoted(checkpoints),
            names.quoted("sequence"),
            names.quoted("content"),
            names.quoted("stream"));
  }

  /** Sequence, content, stream, the sequence it follows. */
  String nextCheckpoint() {
    return "UPDATE %s SET %s = ?, %s = ? WHERE %s = ? AND %s = ?"
        .formatted(
            names.quoted(checkpoints),
            names.quoted("sequence"),
            names.quoted("content"),
            names.quoted("stream"),
            names.quoted("sequence"));
  }

  private String key() {
    return names.quoted(JdbcColumns.KEY);
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
