package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;
import java.util.Locale;

/**
 * The databases {@link JdbcRecordStore} speaks to, and what differs between them: how each says its
 * own time, and the schema file.
 *
 * <p>H2, PostgreSQL and SQLite are tested in every build. The dialect of MySQL was run by hand
 * against MariaDB 11.4, with its own driver and MySQL's; against MySQL itself it was not run.
 *
 * @since 0.1
 */
public enum SqlDialect {
  /** H2, in memory, in a file or as a server. */
  H2("h2", "CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)"),

  /**
   * PostgreSQL. {@code clock_timestamp()} and not {@code now()}: a statement that waited for a row
   * judges the lease by the time at which it got the row.
   */
  POSTGRESQL("postgresql", "CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)"),

  /**
   * MySQL and MariaDB. By UTC, for local time runs through one hour twice a year.
   *
   * <p>Note: leave the drivers' {@code useAffectedRows} off: with it, a statement that changed
   * nothing looks like one that found nothing.
   */
  MYSQL("mysql", "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000)"),

  /** SQLite, for one machine: its clock is the machine's. */
  SQLITE("sqlite", "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)");

  private final String label;
  private final String nowMillis;

  SqlDialect(String label, String nowMillis) {
    this.label = label;
    this.nowMillis = nowMillis;
  }

  /** The database's own clock in epoch milliseconds, as an expression inside a statement. */
  String nowMillis() {
    return nowMillis;
  }

  /** The schema as a resource beside this class. */
  String schemaFile() {
    return "schema-" + label + ".sql";
  }

  /** The dialect of a product, by the name its driver gives. */
  static SqlDialect of(String product) {
    String name = product.toLowerCase(Locale.ROOT);
    if (name.contains("postgresql")) {
      return POSTGRESQL;
    }
    if (name.contains("mysql") || name.contains("mariadb")) {
      return MYSQL;
    }
    if (name.contains("sqlite")) {
      return SQLITE;
    }
    if (name.equals("h2")) {
      return H2;
    }
    throw new VaultException(
        "Database '%s' is none of those known here; name the dialect it speaks with dialect(...)."
            .formatted(product),
        null);
  }
}
