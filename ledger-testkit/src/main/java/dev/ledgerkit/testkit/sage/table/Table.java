package dev.ledgerkit.testkit.sage.table;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of one resource: first the seeded ones, then those that were created. */
final class Table {
  private final Map<String, Row> kept = new LinkedHashMap<>();

  /** Seeded rows somebody asked for by id: they may have been changed, so they are remembered. */
  private final Map<Integer, Row> drawn = new HashMap<>();

  private Seeded seeded = Seeded.none();

  void seed(Seeded rows) {
    seeded = rows;
  }

  void keep(Row row) {
    kept.put(row.id(), row);
  }

  /** Deleted ones too. */
  Optional<Row> find(String id) {
    Row row = kept.get(id);
    if (row != null) {
      return Optional.of(row);
    }
    return seeded.index(id).map(index -> drawn.computeIfAbsent(index, seeded.row()::apply));
  }

  /** Deleted ones too. */
  Stream<Row> rows() {
    return Stream.concat(
        IntStream.range(0, seeded.count()).mapToObj(this::seeded), kept.values().stream());
  }

  int live() {
    long gone = drawn.values().stream().filter(row -> !row.live()).count();
    return (int) (seeded.count() - gone + kept.values().stream().filter(Row::live).count());
  }

  /** Some of the live rows, without making those before them. */
  List<Row> page(long skip, int size) {
    int gone = (int) drawn.values().stream().filter(row -> !row.live()).count();
    int alive = seeded.count() - gone;
    IntStream indexes =
        IntStream.range(0, seeded.count())
            .filter(index -> gone == 0 || !drawn.containsKey(index) || seeded(index).live());
    return Stream.concat(
            indexes.skip(skip).limit(size).mapToObj(this::seeded),
            kept.values().stream().filter(Row::live).skip(Math.max(0, skip - alive)))
        .limit(size)
        .toList();
  }

  private Row seeded(int index) {
    Row row = drawn.get(index);
    return row != null ? row : seeded.row().apply(index);
  }
}
