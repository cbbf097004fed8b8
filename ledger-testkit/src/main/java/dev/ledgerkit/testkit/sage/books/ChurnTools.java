package dev.ledgerkit.testkit.sage.books;

import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Resource;
import dev.ledgerkit.testkit.sage.table.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/** Draws rows, words and amounts by a seed. Guarded by the lock of the books. */
final class ChurnTools {
  private static final int TRIES = 25;
  private static final int DAYS = 60;

  private final Book book;
  private final Function<String, Resource> resources;
  private final SplittableRandom random;

  ChurnTools(Book book, Function<String, Resource> resources, long seed) {
    this.book = book;
    this.resources = resources;
    this.random = new SplittableRandom(seed);
  }

  Book book() {
    return book;
  }

  Resource resource(String path) {
    return resources.apply(path);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of a resource's rows; empty if there are none. */
  Optional<Row> any(String path) {
    int count = book.count(path);
    return count == 0 ? Optional.empty() : Optional.of(book.at(path, below(count)));
  }

  /** One that is like this, if some draws meet one. */
  Optional<Row> any(String path, Predicate<Row> like) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Row> row = any(path).filter(like);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  /** The id of one of a resource's rows, or {@code ""}, which every rule refuses. */
  String id(String path) {
    return any(path).map(Row::id).orElse("");
  }

  /** Text that is hardly ever the same twice. */
  String text(String words) {
    return words + " " + Long.toString(random.nextLong(1L << 40), 36);
  }

  /** Between 0.01 and {@code most}. */
  String amount(int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most * 100), 2).toPlainString();
  }

  /** One of the last days. */
  String day() {
    LocalDate today = book.now().atZone(ZoneOffset.UTC).toLocalDate();
    return today.minusDays(random.nextInt(DAYS)).toString();
  }
}
