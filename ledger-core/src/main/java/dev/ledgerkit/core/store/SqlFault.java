package dev.ledgerkit.core.store;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What a driver's exception means, by its SQLState; SQLite has none and is read by its code. */
record SqlFault(String state, int code, String message) {
  private static final int SQLITE_CONSTRAINT = 19;
  private static final int MYSQL_DUPLICATE = 1062;
  private static final int H2_CONCURRENT_UPDATE = 90131;

  /** PostgreSQL, then the standard's and H2's kinds of it, then a schema that is not there. */
  private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04", "3F000");

  private static final Set<String> NO_COLUMN = Set.of("42703", "42S22");

  static SqlFault of(SQLException e) {
    String state = e.getSQLState();
    String message = e.getMessage();
    return new SqlFault(
        state == null ? "" : state,
        e.getErrorCode(),
        message == null ? "" : message.toLowerCase(Locale.ROOT));
  }

  /** The database undid it for another's sake, at once: class 40, or a row that moved. */
  boolean rolledBack() {
    return state.startsWith("40") || code == H2_CONCURRENT_UPDATE;
  }

  /** There is a row with that key; no other constraint counts as that. */
  boolean duplicate() {
    return state.equals("23505")
        || code == MYSQL_DUPLICATE
        || (constraintOfSqlite() && message.contains("unique constraint"));
  }

  /** Drivers quote the row in complaints about data (class 22) and constraints (class 23). */
  private boolean quotesTheRow() {
    return state.startsWith("22") || state.startsWith("23") || constraintOfSqlite();
  }

  private boolean constraintOfSqlite() {
    return state.isEmpty() && (code & 0xff) == SQLITE_CONSTRAINT;
  }

  boolean noTable() {
    return NO_TABLE.contains(state) || (state.isEmpty() && message.contains("no such table"));
  }

  boolean noColumn() {
    return NO_COLUMN.contains(state) || (state.isEmpty() && message.contains("no such column"));
  }

  /** The exception as it may be handed on: of one that may quote the row, only the state. */
  static SQLException withoutValues(SQLException e) {
    SqlFault fault = of(e);
    if (fault.quotesTheRow()) {
      SQLException bare =
          new SQLException("The database refused the row.", e.getSQLState(), fault.code);
      bare.setStackTrace(e.getStackTrace());
      return bare;
    }
    return e;
  }
}
