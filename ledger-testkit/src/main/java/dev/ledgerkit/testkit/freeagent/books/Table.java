package dev.ledgerkit.testkit.freeagent.books;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of one resource in the order of their ids, which is that of their creation. */
final class Table {
  private final List<Row> rows = new ArrayList<>();

  /** By field and value: every row that reads so, and some that did once. */
  private final Map<String, Map<String, Set<Row>>> indexes = new HashMap<>();

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
    changed(row);
  }

  /** A field of the row may read otherwise than before. */
  void changed(Row row) {
    indexes.forEach((field, index) -> note(index, field, row));
  }

  private static void note(Map<String, Set<Row>> index, String field, Row row) {
    index.computeIfAbsent(row.text(field), value -> new LinkedHashSet<>()).add(row);
  }

  /** The rows whose field reads so, in their order, without a walk over the others. */
  Stream<Row> where(String field, String value) {
    Map<String, Set<Row>> index = indexes.get(field);
    if (index == null) {
      Map<String, Set<Row>> fresh = new HashMap<>();
      rows.forEach(row -> note(fresh, field, row));
      indexes.put(field, fresh);
      index = fresh;
    }
    return index.getOrDefault(value, Set.of()).stream()
        .filter(row -> position(row.id) >= 0)
        .filter(row -> row.untouched() || row.text(field).equals(value))
        .sorted(Comparator.comparingLong(row -> row.id));
  }

  /** All of them, not to be changed. */
  List<Row> all() {
    return Collections.unmodifiableList(rows);
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
