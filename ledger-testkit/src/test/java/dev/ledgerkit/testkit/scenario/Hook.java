package dev.ledgerkit.testkit.scenario;

import java.util.concurrent.atomic.AtomicReference;

/** Something that happens once, at a place a test has marked. */
final class Hook {
  private final AtomicReference<Runnable> action = new AtomicReference<>();

  void set(Runnable what) {
    action.set(what);
  }

  /** Marks the place. What happens there may pass the place itself. */
  void reached() {
    Runnable now = action.getAndSet(null);
    if (now != null) {
      now.run();
    }
  }
}
