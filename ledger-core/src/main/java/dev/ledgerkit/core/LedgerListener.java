package dev.ledgerkit.core;

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

  /** Something happened. */
  void on(LedgerEvent event);
}
