package dev.ledgerkit.replication.sink;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Names as a database stores them when nobody quotes them, and quoted all the same, because fields
 * are called {@code date} and {@code number}.
 */
record JdbcNames(String quote, boolean upper, String escape) {

  static JdbcNames of(DatabaseMetaData data) throws SQLException {
    return new JdbcNames(
        data.getIdentifierQuoteString().strip(),
        data.storesUpperCaseIdentifiers(),
        data.getSearchStringEscape());
  }

  String stored(String name) {
    return upper ? name.toUpperCase(Locale.ROOT) : name;
  }

  String quoted(String name) {
    return quote + stored(name) + quote;
  }

  /** As the catalogue is searched for it. */
  String pattern(String name) {
    return stored(name).replace("_", escape + "_");
  }
}
