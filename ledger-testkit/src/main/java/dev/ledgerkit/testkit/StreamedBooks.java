package dev.ledgerkit.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A simulator's books as a client that reads every list must end up with them, and the work of
 * other people in them.
 *
 * <p>Read past the API: no permits, no side effects. Streams have the provider's names, for example
 * {@code sales_invoices}; a record's key is Sage's {@code id} or FreeAgent's {@code url}.
 *
 * <p>Safe for use by many threads; each method sees the books at one moment.
 *
 * <pre>{@code
 * books.churn(7, 100);
 * for (String stream : books.streams()) {
 *   assertEquals(books.snapshot(stream), replica.read(stream));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface StreamedBooks {

  /** The names of the streams, parents before children. */
  List<String> streams();

  /** How many records a whole read of a stream gives. */
  int listed(String stream);

  /**
   * Every record of a stream with everything the list can show, as key and JSON, in the order of
   * the list.
   *
   * <p>Runs under the lock of the books: {@code each} must not wait for a call of the simulator.
   */
  void forEach(String stream, BiConsumer<String, String> each);

  /** As {@link #forEach}, collected. */
  default Map<String, String> snapshot(String stream) {
    Map<String, String> records = new LinkedHashMap<>();
    forEach(stream, records::put);
    return records;
  }

  /**
   * So many random changes that took effect: creations, edits, deletions, as the rules of each
   * resource allow them; the same seed does the same to the same books.
   *
   * @param resources what to change; none is everything that can be changed
   */
  void churn(long seed, int changes, String... resources);
}
