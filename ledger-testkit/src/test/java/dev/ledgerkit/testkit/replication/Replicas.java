package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.Window;
import dev.ledgerkit.testkit.StreamedBooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is in a sink, read as its users read it, compared with the books key by key. */
final class Replicas {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Replicas() {}

  /** No stream was left unsettled, refused or stopped. */
  static void assertComplete(RunReport report) {
    assertThat(
            report.streams().stream()
                .filter(stream -> stream.outcome() != StreamReport.Outcome.DONE)
                .map(
                    stream ->
                        stream.shape().name()
                            + " "
                            + stream.outcome()
                            + " "
                            + stream.receipt()
                            + " "
                            + stream.failure()))
        .isEmpty();
  }

  /** Every stream of the books is in the directory, record for record, and nothing else. */
  static void assertSame(StreamedBooks books, Path directory) {
    assertSame(books, directory, Window.ALL);
  }

  /** As above, of what was created within the window. */
  static void assertSame(StreamedBooks books, Path directory, Window window) {
    assertSame(books, window, stream -> lines(directory.resolve(stream + ".jsonl")));
  }

  static void assertSame(
      StreamedBooks books, Window window, Function<String, Map<String, JsonNode>> replica) {
    for (String stream : books.streams()) {
      Map<String, JsonNode> expected = records(books, stream, window);
      Map<String, JsonNode> found = replica.apply(stream);
      assertThat(found.keySet()).as("keys of %s", stream).isEqualTo(expected.keySet());
      expected.forEach(
          (key, record) -> assertThat(found.get(key)).as("%s %s", stream, key).isEqualTo(record));
    }
  }

  /** What the books have in a window. */
  static Map<String, JsonNode> records(StreamedBooks books, String stream, Window window) {
    Map<String, JsonNode> records = new HashMap<>();
    books.forEach(
        stream,
        (key, json) -> {
          JsonNode record = JSON.readTree(json);
          if (within(window, dated(record))) {
            records.put(key, record);
          }
        });
    return records;
  }

  private static String dated(JsonNode record) {
    return record.path("created_at").asString(record.path("updated_at").asString(""));
  }

  private static boolean within(Window window, String created) {
    if (created.isEmpty()) {
      return true;
    }
    Instant at = OffsetDateTime.parse(created).toInstant();
    return (window.from() == null || !at.isBefore(window.from()))
        && (window.to() == null || at.isBefore(window.to()));
  }

  static Map<String, JsonNode> lines(Path file) {
    Map<String, JsonNode> records = new HashMap<>();
    try (var lines = Files.lines(file)) {
      lines.forEach(
          line -> {
            JsonNode record = JSON.readTree(line);
            JsonNode url = record.get("url");
            String key = url == null ? record.path("id").asString() : url.asString();
            assertThat(records.put(key, record)).as("second line of " + key).isNull();
          });
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
    return records;
  }

  /** The records of a table as it keeps them whole. */
  static Map<String, JsonNode> table(DataSource dataSource, String table) {
    Map<String, JsonNode> records = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT record_key, record_content FROM " + table)) {
      while (rows.next()) {
        records.put(rows.getString(1), JSON.readTree(rows.getString(2)));
      }
    } catch (SQLException e) {
      throw new AssertionError("cannot read " + table, e);
    }
    return records;
  }
}
