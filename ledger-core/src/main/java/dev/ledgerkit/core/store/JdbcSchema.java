package dev.ledgerkit.core.store;

import dev.ledgerkit.core.VaultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table: whether it is there and ours, and making it. */
final class JdbcSchema {
  /** What this version reads and writes. */
  private static final int FORMAT = 1;

  private static final int MAX_TRIES = 8;
  private static final String DEFAULT_TABLE = "ledger_record";

  /** Names every column, so that a table without one of them is found out here. */
  private static final String READ_FORMAT =
      """
      SELECT version, content, due_at, change_no, lease_owner, lease_fence, lease_until
      FROM {table} WHERE kind = '#format' AND id = 'table'""";

  private final JdbcSession session;

  JdbcSchema(JdbcSession session) {
    this.session = session;
  }

  /** Throws unless the table is there and has this version's format. */
  void check() {
    State state = state();
    if (state == State.MISSING || state == State.UNFINISHED) {
      throw new VaultException(
          "Table %s is %s: call createSchema(), or have an administrator run %s."
              .formatted(
                  session.table(),
                  state == State.MISSING ? "not there" : "not finished",
                  resource()),
          null);
    }
  }

  /**
   * Makes the table if it is not there. Another node may be doing the same: most databases then
   * fail one of the two in the middle of the script, which is written to be run again.
   */
  void create() {
    List<String> script = script();
    for (int tries = 1; state() != State.READY; tries++) {
      Optional<VaultException> failure = run(script);
      if (failure.isPresent() && tries == MAX_TRIES) {
        throw failure.get();
      }
    }
  }

  private Optional<VaultException> run(List<String> script) {
    return session.connected(
        "prepare to create it",
        connection -> {
          try {
            for (String statement : script) {
              session.update(connection, statement);
            }
            return Optional.empty();
          } catch (SQLException e) {
            return Optional.of(
                new VaultException(
                    ("Table %s could not be created (SQLState %s). If this database user may not"
                            + " create tables, have an administrator run %s, which is in the"
                            + " ledger-core jar, and grant SELECT, INSERT and UPDATE on it.")
                        .formatted(session.table(), e.getSQLState(), resource()),
                    e));
          }
        });
  }

  private State state() {
    return session.connected(
        "read its format",
        connection -> {
          try {
            List<Integer> formats =
                session.list(connection, READ_FORMAT, row -> row.getInt("version"));
            if (formats.isEmpty()) {
              return State.UNFINISHED;
            }
            if (formats.get(0) != FORMAT) {
              throw otherFormat("has format " + formats.get(0), null);
            }
            return State.READY;
          } catch (SQLException e) {
            if (SqlFault.of(e).noTable()) {
              return State.MISSING;
            }
            if (SqlFault.of(e).noColumn()) {
              throw otherFormat("lacks columns of format " + FORMAT, e);
            }
            throw e;
          }
        });
  }

  private VaultException otherFormat(String what, @Nullable SQLException cause) {
    return new VaultException(
        ("Table %s %s; this version of Ledger reads format %d. Use the version of Ledger that wrote"
                + " it, bring it to this format, or name another table.")
            .formatted(session.table(), what, FORMAT),
        cause);
  }

  private List<String> script() {
    String table = session.table();
    // An index is named without the schema its table is in.
    String index = table.substring(table.indexOf('.') + 1) + "_";
    String text =
        read(session.dialect().schemaFile())
            .lines()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"))
            .replace(DEFAULT_TABLE + "_", index)
            .replaceAll(DEFAULT_TABLE + "\\b", table);
    return Arrays.stream(text.split(";", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private String resource() {
    return "/" + JdbcSchema.class.getPackageName().replace('.', '/') + "/" + schemaFile();
  }

  private String schemaFile() {
    return session.dialect().schemaFile();
  }

  private static String read(String name) {
    try (InputStream in = JdbcSchema.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("No resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private enum State {
    MISSING,
    UNFINISHED,
    READY
  }
}
