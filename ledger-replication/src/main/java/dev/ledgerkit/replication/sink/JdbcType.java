package dev.ledgerkit.replication.sink;

import dev.ledgerkit.core.stream.StreamField;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a column holds: how the databases name the type, which types of a table that is there will
 * do, and what a field's value becomes. A value of another kind becomes null: the whole record is
 * in its own column.
 */
enum JdbcType {
  TEXT("TEXT", "VARCHAR") {
    @Override
    boolean keeps(Column column) {
      return column.text(LONG_TEXT);
    }

    @Override
    @Nullable Object value(JsonNode node) {
      return text(node.isString() ? node.stringValue() : node.toString());
    }
  },
  /** H2's NUMERIC has no decimals unless it is told how many; DECFLOAT keeps what it is given. */
  DECIMAL("NUMERIC", "DECFLOAT") {
    @Override
    boolean keeps(Column column) {
      boolean unlimited = column.type() == Types.NUMERIC && column.size() == 0;
      return unlimited || column.name().equals("decfloat");
    }

    @Override
    @Nullable Object value(JsonNode node) {
      try {
        return node.isNumber() ? node.decimalValue() : new BigDecimal(node.asString(""));
      } catch (NumberFormatException e) {
        return null;
      }
    }
  },
  INTEGER("BIGINT", "BIGINT") {
    @Override
    boolean keeps(Column column) {
      return column.type() == Types.BIGINT;
    }

    @Override
    @Nullable Object value(JsonNode node) {
      try {
        return Long.valueOf(node.asString(""));
      } catch (NumberFormatException e) {
        return null;
      }
    }
  },
  BOOLEAN("BOOLEAN", "BOOLEAN") {
    @Override
    boolean keeps(Column column) {
      return column.type() == Types.BOOLEAN || column.type() == Types.BIT;
    }

    @Override
    @Nullable Object value(JsonNode node) {
      return switch (node.asString("")) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
  },
  DATE("DATE", "DATE") {
    @Override
    boolean keeps(Column column) {
      return column.type() == Types.DATE;
    }

    @Override
    @Nullable Object value(JsonNode node) {
      try {
        return LocalDate.parse(node.asString(""));
      } catch (DateTimeException e) {
        return null;
      }
    }
  },
  INSTANT("TIMESTAMP WITH TIME ZONE", "TIMESTAMP(9) WITH TIME ZONE") {
    @Override
    boolean keeps(Column column) {
      boolean zoned =
          column.type() == Types.TIMESTAMP_WITH_TIMEZONE || column.name().equals("timestamptz");
      return zoned && column.digits() >= MICROSECONDS;
    }

    @Override
    @Nullable Object value(JsonNode node) {
      try {
        return OffsetDateTime.parse(node.asString("")).withOffsetSameInstant(ZoneOffset.UTC);
      } catch (DateTimeException e) {
        return null;
      }
    }
  },
  /** The id of another record. */
  REFERENCE("TEXT", "VARCHAR") {
    @Override
    boolean keeps(Column column) {
      return column.text(LONG_TEXT);
    }

    @Override
    @Nullable Object value(JsonNode node) {
      String id = node.isString() ? node.stringValue() : node.path("id").asString("");
      return id.isEmpty() ? null : text(id);
    }
  };

  /** What a text of unknown length fits into. */
  private static final int LONG_TEXT = 1 << 16;

  private static final int MICROSECONDS = 6;

  private final String standard;
  private final String h2;

  JdbcType(String standard, String h2) {
    this.standard = standard;
    this.h2 = h2;
  }

  static JdbcType of(StreamField.Kind kind) {
    return kind == StreamField.Kind.JSON ? TEXT : valueOf(kind.name());
  }

  /** What the column takes for a value that is there. */
  abstract @Nullable Object value(JsonNode node);

  /** Whether a column that is there keeps every value. */
  abstract boolean keeps(Column column);

  String sql(String database) {
    return database.toLowerCase(Locale.ROOT).contains("h2") ? h2 : standard;
  }

  /**
   * A column as the catalogue describes it.
   *
   * @param type of {@link Types}
   * @param name the database's own, in lower case
   * @param size characters or digits; 0 for no limit
   * @param digits after the point
   */
  record Column(int type, String name, int size, int digits) {

    /** Whether it keeps any text of so many characters as it is, without filling it up. */
    boolean text(int length) {
      boolean varying = type == Types.VARCHAR || type == Types.LONGVARCHAR || type == Types.CLOB;
      return varying && size >= length;
    }
  }

  /** PostgreSQL has no place for a NUL; the whole record has it, escaped. */
  private static String text(String value) {
    return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
  }
}
