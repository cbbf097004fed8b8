package dev.ledgerkit.replication;

import dev.ledgerkit.core.stream.StreamRecord;
import dev.ledgerkit.replication.sink.Batch;
import dev.ledgerkit.replication.sink.SinkCheckpoint;
import dev.ledgerkit.replication.sink.SinkRow;
import dev.ledgerkit.replication.sink.SinkTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stream's table together with where the stream stands: every write moves both. One thread at a
 * time.
 */
final class StreamTable {
  private final SinkTable table;
  private Position position;
  private long sequence;
  private @Nullable KeySet outside;
  private KeySet gone = new KeySet();

  /**
   * Reads the checkpoint.
   *
   * @throws CheckpointMismatchException if it is of other books
   */
  StreamTable(SinkTable table, Origin origin, Window window) {
    this.table = table;
    SinkCheckpoint last = table.checkpoint().orElse(null);
    this.sequence = last == null ? 0 : last.sequence();
    this.position =
        last == null ? Position.first(origin, window) : Position.of(last.text(), origin).in(window);
  }

  SinkTable sink() {
    return table;
  }

  Position position() {
    return position;
  }

  void move(Position next) {
    commit(List.of(), List.of(), false, next);
  }

  void write(List<SinkRow> rows, Position next) {
    commit(rows, List.of(), false, next);
  }

  void delete(List<String> keys) {
    commit(List.of(), keys, false, position);
  }

  /** Removes what the last sweep did not find. */
  void retire(Position next) {
    commit(List.of(), List.of(), true, next);
  }

  private void commit(List<SinkRow> rows, List<String> keys, boolean retire, Position next) {
    table.commit(
        new Batch(
            rows, keys, next.generation(), retire, new SinkCheckpoint(sequence + 1, next.text())));
    sequence++;
    position = next;
  }

  /** The rows of a page's records within the window. */
  List<SinkRow> rows(List<StreamRecord> records) {
    List<SinkRow> rows = new ArrayList<>(records.size());
    for (StreamRecord record : records) {
      if (position.window().holds(record)) {
        rows.add(SinkRow.of(record.key(), record.content()));
      } else if (outside != null) {
        outside.add(record.key());
      }
    }
    return rows;
  }

  /** Remembers from now on which records the window leaves out. */
  void countOutside() {
    outside = new KeySet();
    gone = new KeySet();
  }

  /** How many records the window left out since then; -1 if that was not remembered. */
  long outside() {
    return outside == null ? -1 : outside.size() - gone.size();
  }

  /** Those that are not in the sink as they are. */
  List<SinkRow> changed(List<SinkRow> rows) {
    Map<String, String> versions = table.versions(rows.stream().map(SinkRow::key).toList());
    return rows.stream().filter(row -> !row.version().equals(versions.get(row.key()))).toList();
  }

  /** Those that are in the sink. */
  List<String> known(List<String> keys) {
    if (outside != null) {
      keys.stream().filter(outside::contains).forEach(gone::add);
    }
    return new ArrayList<>(table.versions(keys).keySet());
  }
}
