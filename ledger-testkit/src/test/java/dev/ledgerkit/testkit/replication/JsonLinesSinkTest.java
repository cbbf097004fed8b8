package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.replication.sink.SinkConflictException;
import dev.ledgerkit.replication.sink.SinkException;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A directory of JSON Lines files does what every sink does, and survives torn writes. */
class JsonLinesSinkTest extends SinkContract {
  @TempDir Path directory;

  @Override
  Sink open() {
    return JsonLinesSink.in(directory);
  }

  @Override
  Map<String, JsonNode> published() {
    return Replicas.lines(directory.resolve("things.jsonl"));
  }

  private Path log() {
    return directory.resolve(".ledger/things.log");
  }

  @Test
  void secondSinkOnOneDirectory_isRefused() {
    try (Sink first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(SinkConflictException.class)
          .hasMessageContaining(directory.toString());
      first.open(SHAPE);
    }
    open().close();
  }

  @Test
  void directoryThatCannotBeCleared_isNotLocked() throws IOException {
    Path inTheWay = directory.resolve(".ledger/in-the-way.scratch");
    Path inside = inTheWay.resolve("inside");
    Files.createDirectories(inside);
    assertThatThrownBy(this::open).isInstanceOf(SinkException.class);

    Files.delete(inside);
    Files.delete(inTheWay);
    try (Sink sink = open()) {
      assertThat(sink.open(SHAPE).checkpoint()).isEmpty();
    }
  }

  /** The index of keys outgrows its file at 2,048; there is no room for a larger one. */
  @Test
  void indexThatCannotGrow_failsTheCommit_andLosesNothing() throws IOException {
    Path work = directory.resolve(".ledger");
    Path away = directory.resolve("away");
    List<SinkRow> many = IntStream.range(0, 3_000).mapToObj(i -> row("many-" + i, i)).toList();
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("first", 1))));
      Files.move(work, away);
      assertThatThrownBy(() -> table.commit(batch(2, 1, many))).isInstanceOf(SinkException.class);
      Files.move(away, work);
    }
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      long committed = table.checkpoint().orElseThrow().sequence();
      assertThat(scanned(table)).hasSize(committed == 1 ? 1 : 3_001);
      table.commit(batch(committed + 1, 1, many));
      assertThat(scanned(table)).hasSize(3_001);
    }
    try (Stream<Path> left = Files.list(work)) {
      assertThat(left).noneMatch(file -> file.toString().endsWith(".scratch"));
    }
  }

  /** Wherever a crash cuts the log, what is left is a state that was committed. */
  @Test
  void logCutAnywhere_opensAtTheCommitBefore() throws IOException {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      for (int commit = 1; commit <= 3; commit++) {
        table.commit(batch(commit, 1, List.of(row("key-" + commit, commit))));
      }
    }
    byte[] whole = Files.readAllBytes(log());
    for (int length = 0; length <= whole.length; length++) {
      Files.write(log(), Arrays.copyOf(whole, length));
      try (Sink sink = open()) {
        SinkTable table = sink.open(SHAPE);
        long committed = table.checkpoint().map(last -> last.sequence()).orElse(0L);
        assertThat(scanned(table)).as("cut at %d", length).hasSize((int) committed);
        table.commit(batch(committed + 1, 1, List.of(row("after", 1))));
        assertThat(scanned(table)).hasSize((int) committed + 1);
      }
    }
  }

  /** Some file systems make a file longer before its bytes are there. */
  @Test
  void logEndingInZeros_opensAtTheCommitBefore() throws IOException {
    try (Sink sink = open()) {
      sink.open(SHAPE).commit(batch(1, 1, List.of(row("a", 1))));
    }
    byte[] whole = Files.readAllBytes(log());
    for (int zeros : new int[] {1, 7, 8, 9, 4096}) {
      Files.write(log(), Arrays.copyOf(whole, whole.length + zeros));
      try (Sink sink = open()) {
        assertThat(scanned(sink.open(SHAPE))).hasSize(1);
      }
    }
  }

  @Test
  void damageInTheMiddle_isNotTakenForATornEnd() throws IOException {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1))));
      table.commit(batch(2, 1, List.of(row("b", 1))));
    }
    byte[] bytes = Files.readAllBytes(log());
    bytes[40] ^= 1;
    Files.write(log(), bytes);

    try (Sink sink = open()) {
      assertThatThrownBy(() -> sink.open(SHAPE))
          .isInstanceOf(SinkException.class)
          .hasMessageContaining("damaged");
    }
  }

  /** Also where the damage makes a batch look as if it had been cut off. */
  @Test
  void bitFlippedAnywhereBeforeTheLastBatch_losesNothingSilently() throws IOException {
    long first;
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      table.commit(batch(1, 1, List.of(row("a", 1))));
      first = Files.size(log());
      table.commit(batch(2, 1, List.of(row("b", 1))));
    }
    byte[] whole = Files.readAllBytes(log());
    for (int at = 0; at < first; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(log(), damaged);
      try (Sink sink = open()) {
        assertThatThrownBy(() -> sink.open(SHAPE))
            .as("bit of byte %d", at)
            .isInstanceOf(SinkException.class);
      }
      assertThat(Files.size(log())).isEqualTo(whole.length);
    }
  }

  @Test
  void logOfAnotherFormat_isRefused() throws IOException {
    try (Sink sink = open()) {
      sink.open(SHAPE);
    }
    Files.writeString(log(), "LEDGER-LOG-0\nwhatever", StandardOpenOption.TRUNCATE_EXISTING);

    try (Sink sink = open()) {
      assertThatThrownBy(() -> sink.open(SHAPE)).isInstanceOf(SinkException.class);
    }
    assertThat(Files.readString(log())).startsWith("LEDGER-LOG-0");
  }

  @Test
  void logFullOfOldStates_isMadeSmallAgain() throws IOException {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      for (int commit = 1; commit <= 30; commit++) {
        int text = commit;
        table.commit(
            batch(
                commit,
                1,
                IntStream.range(0, 1_000)
                    .mapToObj(key -> row("key-" + key, "x".repeat(100) + text))
                    .toList()));
      }
      long before = Files.size(log());
      table.publish();

      assertThat(Files.size(log())).isLessThan(before / 5);
      assertThat(scanned(table)).hasSize(1_000);
      table.commit(batch(31, 1, List.of(row("key-1", "new"))));
      table.publish();
      assertThat(published()).hasSize(1_000).containsEntry("key-1", row("key-1", "new").content());
    }
  }

  @Test
  void interruptedThread_writesAllTheSame_andKeepsItsFlag() {
    try (Sink sink = open()) {
      SinkTable table = sink.open(SHAPE);
      Thread.currentThread().interrupt();
      table.commit(batch(1, 1, List.of(row("a", 1))));
      table.publish();

      assertThat(Thread.interrupted()).isTrue();
      table.commit(batch(2, 1, List.of(row("b", 1))));
      assertThat(scanned(table)).hasSize(2);
    }
  }
}
