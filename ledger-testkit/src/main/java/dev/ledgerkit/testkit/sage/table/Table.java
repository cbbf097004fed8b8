package dev.ledgerkit.testkit.sage.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of one resource: first the seeded ones, then those that were created. */
final class Table {
  private final Consumer<Row> opened;
  private final List<Row> kept = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Places live = new Places();

  /** Seeded rows somebody asked for by id: they may have been changed, so they are remembered. */
  private final Map<Integer, Row> drawn = new HashMap<>();

  private final Places liveSeeded = new Places();
  private Seeded seeded = Seeded.none();

  /** {@code opened} is told of each of its rows that somebody works with. */
  Table(Consumer<Row> opened) {
    this.opened = opened;
  }

  void seed(Seeded rows) {
    seeded = rows;
    liveSeeded.add(rows.count());
  }

  void keep(Row row) {
    int place = kept.size();
    if (places.putIfAbsent(row.id(), place) != null) {
      throw new IllegalStateException(row.path() + " " + row.id() + " is kept already.");
    }
    kept.add(row);
    live.add(1);
    row.onDelete(() -> live.leave(place));
    row.onOpen(opened);
  }

  /** Deleted ones too. */
  Optional<Row> find(String id) {
    Integer place = places.get(id);
    return place != null ? Optional.of(kept.get(place)) : seeded.index(id).map(this::draw);
  }

  private Row draw(int index) {
    return drawn.computeIfAbsent(
        index,
        i -> {
          Row row = seeded.row().apply(i);
          row.onDelete(() -> liveSeeded.leave(i));
          row.onOpen(opened);
          return row;
        });
  }

  /** Deleted ones too. */
  Stream<Row> rows() {
    return Stream.concat(IntStream.range(0, seeded.count()).mapToObj(this::seeded), kept.stream());
  }

  /** The created rows as they stand now; no change of the one table reaches the other. */
  Table copy(Consumer<Row> openedThere) {
    Table copy = new Table(openedThere);
    kept.stream().filter(Row::live).map(Row::copy).forEach(copy::keep);
    return copy;
  }

  int live() {
    return liveSeeded.taken() + live.taken();
  }

  /** The n-th of the live rows, to be changed. */
  Row at(int n) {
    int before = liveSeeded.taken();
    return n < before
        ? draw(liveSeeded.from(n).findFirst().orElseThrow())
        : kept.get(live.from(n - before).findFirst().orElseThrow());
  }

  /** Some of the live rows, without making those before them. */
  List<Row> page(long skip, int size) {
    Stream<Row> first = liveSeeded.from(skip).limit(size).mapToObj(this::seeded);
    long skipped = Math.max(0, skip - liveSeeded.taken());
    return Stream.concat(first, live.from(skipped).limit(size).mapToObj(kept::get))
        .limit(size)
        .toList();
  }

  private Row seeded(int index) {
    Row row = drawn.get(index);
    return row != null ? row : seeded.row().apply(index);
  }
}
