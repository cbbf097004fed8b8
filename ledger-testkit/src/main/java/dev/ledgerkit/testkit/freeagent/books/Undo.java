package dev.ledgerkit.testkit.freeagent.books;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What takes back the changes of a request that is refused half way. Guarded by {@link Company}'s
 * lock.
 */
final class Undo {
  private @Nullable Deque<Runnable> steps;
  private final Set<Row> noted = Collections.newSetFromMap(new IdentityHashMap<>());

  /** From here on changes are noted. */
  void begin() {
    steps = new ArrayDeque<>();
    noted.clear();
  }

  /** What was noted stays. */
  void commit() {
    steps = null;
    noted.clear();
  }

  /** What was noted is taken back, the latest first. */
  void rollBack() {
    Deque<Runnable> taken = steps;
    commit();
    if (taken != null) {
      taken.forEach(Runnable::run);
    }
  }

  void note(Runnable back) {
    if (steps != null) {
      steps.push(back);
    }
  }

  /** Whether {@code row} is about to change for the first time in this request. */
  boolean first(Row row) {
    return steps != null && noted.add(row);
  }
}
