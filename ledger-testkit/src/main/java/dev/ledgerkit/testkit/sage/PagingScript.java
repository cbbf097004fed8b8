package dev.ledgerkit.testkit.sage;

import dev.ledgerkit.testkit.sage.table.Book;
import dev.ledgerkit.testkit.sage.table.Row;
import dev.ledgerkit.testkit.wire.Guard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * What happens to the entities of a list while a client reads it page after page.
 *
 * <p>After each page some entities are edited and some deleted, drawn by a seed, so that a run can
 * be repeated. What happened is remembered for the test to compare with.
 *
 * <p>Safe for use by many threads.
 *
 * <pre>{@code
 * PagingScript script = PagingScript.seeded(7).touching(3).deleting(1).forPages(20);
 * simulator.whilePaging(business, "contacts", script);
 * // ... read the list ...
 * assertTrue(known.containsAll(script.touched()));
 * }</pre>
 *
 * <p>Defaults: nothing is edited or deleted, for as many pages as are read.
 *
 * @since 0.1
 */
public final class PagingScript {
  private final Guard guard = new Guard();
  private final SplittableRandom random;
  private final List<String> touched = new ArrayList<>();
  private final List<String> deleted = new ArrayList<>();
  private int touching;
  private int deleting;
  private int pages = Integer.MAX_VALUE;

  private PagingScript(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A script that draws by this seed. */
  public static PagingScript seeded(long seed) {
    return new PagingScript(seed);
  }

  /** Entities edited after each page. */
  public PagingScript touching(int entities) {
    guard.run(() -> touching = entities);
    return this;
  }

  /** Entities deleted after each page. */
  public PagingScript deleting(int entities) {
    guard.run(() -> deleting = entities);
    return this;
  }

  /** Pages after which the script is over. */
  public PagingScript forPages(int count) {
    guard.run(() -> pages = count);
    return this;
  }

  /** The ids of what was edited, in order; one may come twice, or be deleted later. */
  public List<String> touched() {
    return guard.get(
        () -> {
          return List.copyOf(touched);
        });
  }

  /** The ids of what was deleted, in order. */
  public List<String> deleted() {
    return guard.get(
        () -> {
          return List.copyOf(deleted);
        });
  }

  void play(Book book, String resource) {
    guard.run(
        () -> {
          if (pages-- > 0) {
            some(book, resource, touching, touched, Row::touch);
            some(book, resource, deleting, deleted, Row::delete);
          }
        });
  }

  private void some(
      Book book, String resource, int count, List<String> ids, BiConsumer<Row, Instant> change) {
    for (int i = 0; i < count && book.count(resource) > 0; i++) {
      Row row = book.at(resource, random.nextInt(book.count(resource)));
      change.accept(row, book.now());
      ids.add(row.id());
    }
  }
}
