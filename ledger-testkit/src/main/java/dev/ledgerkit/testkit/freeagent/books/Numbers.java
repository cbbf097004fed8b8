package dev.ledgerkit.testkit.freeagent.books;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Document numbers, with the provider's race: creates whose requests overlap draw the same one.
 *
 * <p>A request is served by one thread from its first byte to its reply, so the thread tells which
 * draws are still under way.
 */
final class Numbers {
  private record Draw(String path, String reference) {}

  private final Book book;
  private final Map<String, Integer> latest = new HashMap<>();
  private final Map<String, Set<String>> taken = new HashMap<>();
  private final ConcurrentMap<Thread, Draw> underWay = new ConcurrentHashMap<>();
  private int duplicates;

  Numbers(Book book) {
    this.book = book;
  }

  /** The next number of the sequence, or that of a create which is not answered yet. */
  String draw(String path) {
    Thread self = Thread.currentThread();
    for (Map.Entry<Thread, Draw> each : underWay.entrySet()) {
      if (each.getKey() != self && each.getValue().path().equals(path)) {
        duplicates++;
        if (book.settings.refuseDuplicates()) {
          throw Refused.because("reference has already been taken");
        }
        return each.getValue().reference();
      }
    }
    String reference;
    do {
      reference = String.format(Locale.ROOT, "%03d", latest.merge(path, 1, Integer::sum));
    } while (set(path).contains(reference));
    underWay.put(self, new Draw(path, reference));
    set(path).add(reference);
    return reference;
  }

  /** The client's own reference. */
  String claim(String path, String reference) {
    if (!set(path).add(reference)) {
      throw Refused.because("reference has already been taken");
    }
    return reference;
  }

  /** How often two creates drew one number. */
  int duplicates() {
    return duplicates;
  }

  void release(String path, String reference) {
    set(path).remove(reference);
  }

  /** Numbers below this are those of seeded documents. */
  void skip(String path, int count) {
    latest.put(path, count);
  }

  /** The thread has sent its reply. */
  void answered() {
    underWay.remove(Thread.currentThread());
  }

  private Set<String> set(String path) {
    return taken.computeIfAbsent(path, p -> new HashSet<>());
  }
}
