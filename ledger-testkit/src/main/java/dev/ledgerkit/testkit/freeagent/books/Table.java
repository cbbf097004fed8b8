package dev.ledgerkit.testkit.freeagent.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of one resource in the order of their ids, which is that of their creation. */
final class Table {
  private final List<Row> rows = new ArrayList<>();
  private final Undo undo;

  Table(Undo undo) {
    this.undo = undo;
  }

  /** Mostly at the end; a row that was drafted before others were kept finds its place. */
  void add(Row row) {
    insert(row);
    undo.note(() -> rows.remove(position(row.id)));
  }

  private void insert(Row row) {
    int at = rows.size();
    while (at > 0 && rows.get(at - 1).id > row.id) {
      at--;
    }
    rows.add(at, row);
  }

  Optional<Row> find(long id) {
    int at = position(id);
    return at < 0 ? Optional.empty() : Optional.of(rows.get(at));
  }

  void remove(Row row) {
    rows.remove(position(row.id));
    undo.note(() -> insert(row));
  }

  int size() {
    return rows.size();
  }

  Row at(int index) {
    return rows.get(index);
  }

  Stream<Row> stream() {
    return rows.stream();
  }

  private int position(long id) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(rows.get(middle).id, id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
