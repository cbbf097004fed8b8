package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.core.stream.StreamField;
import dev.ledgerkit.core.stream.StreamField.Kind;
import dev.ledgerkit.core.stream.StreamGroup;
import dev.ledgerkit.core.stream.StreamShape;
import dev.ledgerkit.replication.sink.Batch;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.replication.sink.SinkCheckpoint;
import dev.ledgerkit.replication.sink.SinkConflictException;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What every sink does. A subclass says where it is, and how its users read it. */
abstract class SinkContract {
  static final StreamShape SHAPE =
      new StreamShape(
          "things",
          StreamGroup.FINANCIAL,
          "id",
          true,
          Deletions.UNTOLD,
          true,
          List.of(
              new StreamField("id", Kind.TEXT),
              new StreamField("amount", Kind.DECIMAL),
              new StreamField("number", Kind.INTEGER),
              new StreamField("active", Kind.BOOLEAN),
              new StreamField("date", Kind.DATE),
              new StreamField("created_at", Kind.INSTANT),
              new StreamField("contact", Kind.REFERENCE),
              new StreamField("lines", Kind.JSON)));

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The sink, opened as another process would. */
  abstract Sink open();

  /** What its users read, by key. */
  abstract Map<String, JsonNode> published();

  static SinkRow row(String key, Object text) {
    ObjectNode content = JSON.createObjectNode().put("id", key).put("text", text.toString());
    return SinkRow.of(key, content);
  }

  static Batch batch(long sequence, long generation, List<SinkRow> rows, String... deletions) {
    return new Batch(
        rows,
        List.of(deletions),
        generation,
        false,
        new SinkCheckpoint(sequence, "at " + sequence));
  }

  static Map<String, String> scanned(SinkTable table) {
    table.publish();
    Map<String, String> rows = new HashMap<>();
    table.scan((key, version) -> assertThat(rows.put(key, version)).as(key).isNull());
    return rows;
  }

  @Test
  void commit_writesRecordsAndCheckpoint_andAnotherProcessFindsThem() {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      assertThat(table.checkpoint()).isEmpty();
      table.commit(batch(1, 1, List.of(row("a", 1), row("b", 1), row("a", 2))));
      table.commit(batch(2, 1, List.of(row("c", 1)), "b", "nobody"));
      table.publish();
    }
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);

      assertThat(table.checkpoint()).contains(new SinkCheckpoint(2, "at 2"));
      assertThat(scanned(table))
          .isEqualTo(Map.of("a", row("a", 2).version(), "c", row("c", 1).version()));
      assertThat(published())
          .isEqualTo(Map.of("a", row("a", 2).content(), "c", row("c", 1).content()));
      assertThat(table.versions(List.of("a", "b", "x")))
          .isEqualTo(Map.of("a", row("a", 2).version()));
    }
  }

  @Test
  void retire_removesWhatIsOfAnEarlierGeneration() {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1), row("b", 1), row("c", 1))));
      table.commit(batch(2, 2, List.of(row("b", 1), row("d", 1))));

      assertThat(table.count(0)).isEqualTo(4);
      assertThat(table.count(2)).isEqualTo(2);
      table.commit(new Batch(List.of(), List.of(), 2, true, new SinkCheckpoint(3, "at 3")));

      assertThat(scanned(table).keySet()).containsExactlyInAnyOrder("b", "d");
      assertThat(table.count(0)).isEqualTo(2);
    }
  }

  @Test
  void commit_thatDoesNotFollowTheLast_isRefusedAndWritesNothing() {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1))));
      table.commit(batch(2, 1, List.of(row("a", 2))));

      for (long sequence : new long[] {1, 2, 4}) {
        assertThatThrownBy(() -> table.commit(batch(sequence, 9, List.of(row("z", 1)), "a")))
            .isInstanceOf(SinkConflictException.class)
            .hasMessageContaining("things");
      }

      assertThat(scanned(table)).isEqualTo(Map.of("a", row("a", 2).version()));
      assertThat(table.checkpoint()).contains(new SinkCheckpoint(2, "at 2"));
    }
  }

  /** As a map would do it, over several openings. */
  @Test
  void manyCommits_endAsTheSameChangesOfAMap() {
    SplittableRandom random = new SplittableRandom(5);
    Map<String, String> expected = new TreeMap<>();
    Map<String, Long> generations = new HashMap<>();
    long sequence = 0;
    for (int opening = 0; opening < 5; opening++) {
      try (Sink sink = open()) {
        SinkTable table = sink.open(SHAPE);
        for (int commit = 0; commit < 40; commit++) {
          long generation = 1 + sequence / 20;
          List<SinkRow> rows =
              random
                  .ints(random.nextInt(60), 0, 2_000)
                  .mapToObj(key -> row("key-" + key, random.nextInt(5)))
                  .toList();
          String[] deletions =
              random
                  .ints(random.nextInt(20), 0, 2_000)
                  .mapToObj(k -> "key-" + k)
                  .toArray(String[]::new);
          boolean retire = sequence % 20 == 19;
          sequence++;
          table.commit(
              new Batch(
                  rows,
                  List.of(deletions),
                  generation,
                  retire,
                  new SinkCheckpoint(sequence, "at " + sequence)));
          rows.forEach(
              row -> {
                expected.put(row.key(), row.version());
                generations.put(row.key(), generation);
              });
          for (String key : deletions) {
            expected.remove(key);
          }
          if (retire) {
            expected.keySet().removeIf(key -> generations.get(key) < generation);
          }
        }
        table.publish();
        assertThat(scanned(table)).isEqualTo(expected);
        assertThat(published().keySet()).isEqualTo(expected.keySet());
      }
    }
  }

  @Test
  void record_keepsEveryDigitAndEveryCharacter() {
    ObjectNode content =
        (ObjectNode)
            JSON.readTree(
                """
                {"id": "ü/1", "amount": "12345678901234567890.123456789", "number": 7, "active": true,
                 "date": "2026-02-28", "created_at": "2026-02-28T10:11:12.123456Z", "lines": [{"a": null}],
                 "contact": {"id": "c1", "displayed_as": "O'Brien \\u0000 \\n \\"x\\""}, "other": 1.10}
                """);
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(SinkRow.of("ü/1", content))));
      table.publish();
    }

    assertThat(published()).isEqualTo(Map.of("ü/1", content));
  }
}
