package dev.ledgerkit.core;

import org.slf4j.LoggerFactory;

/**
 * Told of every {@link LedgerEvent}. Called on the thread that caused the event, so be quick; what
 * it throws is logged and changes nothing. May be called by many threads at once.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface LedgerListener {
  /** Ignores everything. */
  LedgerListener NONE = event -> {};

  /** The same listener, whose exceptions are logged and go no further. */
  static LedgerListener guarded(LedgerListener listener) {
    return event -> {
      try {
        listener.on(event);
      } catch (RuntimeException e) {
        LoggerFactory.getLogger(LedgerListener.class).warn("listener threw on {}", event, e);
      }
    };
  }

  /** Something happened. */
  void on(LedgerEvent event);
}
