package dev.ledgerkit.testkit.freeagent.books;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Draws rows, words and amounts by a seed. Guarded by {@link Company}'s lock. */
final class ChurnTools {
  private static final int TRIES = 25;
  private static final int DAYS = 60;

  final Book book;
  final Call call;
  private final SplittableRandom random;

  ChurnTools(Book book, Call call, long seed) {
    this.book = book;
    this.call = call;
    this.random = new SplittableRandom(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** One of a resource's rows; empty if there are none. */
  Optional<Row> any(String path) {
    Table table = book.table(path);
    return table.size() == 0 ? Optional.empty() : Optional.of(table.at(below(table.size())));
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

  /** The URL of one of a resource's rows, or {@code ""}, which every rule refuses. */
  String url(String path) {
    return any(path).map(book::url).orElse("");
  }

  /** Text that is hardly ever the same twice. */
  String text(String words) {
    return words + " " + Long.toString(random.nextLong(1L << 40), 36);
  }

  /** Between 0.01 and {@code most}. */
  BigDecimal amount(int most) {
    return BigDecimal.valueOf(1 + random.nextInt(most * 100), 2);
  }

  /** One of the last days. */
  String day() {
    return book.today().minusDays(below(DAYS)).toString();
  }
}
