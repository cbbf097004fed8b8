package dev.ledgerkit.replication.sink;

import dev.ledgerkit.core.stream.StreamField;
import dev.ledgerkit.core.stream.StreamShape;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a stream's table: the record's key, version, generation and whole content, then
 * one for each field. A reference's is named after it with {@code _id}.
 */
record JdbcColumns(List<Column> fields) {
  static final String KEY = "record_key";
  static final String VERSION = "record_version";
  static final String GENERATION = "record_generation";
  static final String CONTENT = "record_content";

  private static final int KEY_LENGTH = 512;
  private static final int VERSION_LENGTH = 32;

  /** One field's column. */
  record Column(String name, String field, JdbcType type) {
    @Nullable Object value(ObjectNode content) {
      JsonNode node = content.get(field);
      node = node == null ? content.get("$" + field) : node;
      return node == null || node.isNull() ? null : type.value(node);
    }
  }

  static JdbcColumns of(StreamShape shape) {
    Set<String> names =
        shape.fields().stream().map(StreamField::name).collect(Collectors.toUnmodifiableSet());
    return new JdbcColumns(
        shape.fields().stream()
            .map(field -> new Column(name(field, names), field.name(), JdbcType.of(field.kind())))
            .toList());
  }

  private static String name(StreamField field, Set<String> names) {
    String id = field.name() + "_id";
    return field.kind() == StreamField.Kind.REFERENCE && !names.contains(id) ? id : field.name();
  }

  /** All names in the order in which they are written. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of(VERSION, GENERATION, CONTENT));
    fields.forEach(column -> names.add(column.name()));
    names.add(KEY);
    return names;
  }

  String create(JdbcNames named, String table, String database) {
    String text = JdbcType.TEXT.sql(database);
    String columns =
        fields.stream()
            .map(column -> ", " + named.quoted(column.name()) + " " + column.type().sql(database))
            .collect(Collectors.joining());
    return "CREATE TABLE %s (%s VARCHAR(512) PRIMARY KEY, %s VARCHAR(64) NOT NULL, %s BIGINT NOT NULL, %s %s NOT NULL%s)"
        .formatted(
            named.quoted(table),
            named.quoted(KEY),
            named.quoted(VERSION),
            named.quoted(GENERATION),
            named.quoted(CONTENT),
            text,
            columns);
  }

  /** What a table that is there lacks or has otherwise; empty if it will do. */
  List<String> differences(Connection connection, JdbcNames named, String table)
      throws SQLException {
    Map<String, JdbcType.Column> found = found(connection, named, table);
    List<String> differences = new ArrayList<>();
    expected()
        .forEach(
            (name, needed) -> {
              JdbcType.Column column = found.get(name);
              if (column == null) {
                differences.add("column " + name + " is missing");
              } else if (!needed.test(column)) {
                differences.add(
                    "column %s of type %s(%d, %d) does not keep every value exactly"
                        .formatted(name, column.name(), column.size(), column.digits()));
              }
            });
    if (differences.isEmpty() && !keyIsUnique(connection, named, table)) {
      differences.add("column " + KEY + " is no primary key");
    }
    return differences;
  }

  private static Map<String, JdbcType.Column> found(
      Connection connection, JdbcNames named, String table) throws SQLException {
    Map<String, JdbcType.Column> found = new HashMap<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getColumns(
                connection.getCatalog(), connection.getSchema(), named.pattern(table), "%")) {
      while (rows.next()) {
        found.put(
            rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
            new JdbcType.Column(
                rows.getInt("DATA_TYPE"),
                rows.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
                rows.getInt("COLUMN_SIZE"),
                rows.getInt("DECIMAL_DIGITS")));
      }
    }
    return found;
  }

  private static boolean keyIsUnique(Connection connection, JdbcNames named, String table)
      throws SQLException {
    List<String> key = new ArrayList<>();
    try (ResultSet rows =
        connection
            .getMetaData()
            .getPrimaryKeys(connection.getCatalog(), connection.getSchema(), named.stored(table))) {
      while (rows.next()) {
        key.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return key.equals(List.of(KEY));
  }

  private Map<String, Predicate<JdbcType.Column>> expected() {
    Map<String, Predicate<JdbcType.Column>> expected = new LinkedHashMap<>();
    expected.put(KEY, column -> column.text(KEY_LENGTH));
    expected.put(VERSION, column -> column.text(VERSION_LENGTH));
    expected.put(GENERATION, JdbcType.INTEGER::keeps);
    expected.put(CONTENT, JdbcType.TEXT::keeps);
    fields.forEach(column -> expected.put(column.name(), column.type()::keeps));
    return expected;
  }
}
