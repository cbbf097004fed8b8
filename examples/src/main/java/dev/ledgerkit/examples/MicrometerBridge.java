package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerListener;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Ledger's events as Micrometer's counters, for a host to copy. Bindings are no tags: thousands of
 * them would be thousands of time series.
 *
 * <pre>{@code
 * Ledger.builder(store, vault).provider(sage).listener(new MicrometerBridge(registry)).build();
 * }</pre>
 *
 * <p>Safe for use by many threads, as registries are.
 */
final class MicrometerBridge implements LedgerListener {
  private final MeterRegistry registry;

  MicrometerBridge(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void on(LedgerEvent event) {
    if (event instanceof LedgerEvent.TokenRefreshed) {
      count("ledger.token.refreshes");
    } else if (event instanceof LedgerEvent.RefreshFailed) {
      count("ledger.token.refresh.failures");
    } else if (event instanceof LedgerEvent.SaveDelayed) {
      count("ledger.token.saves.delayed");
    } else if (event instanceof LedgerEvent.PairDropped) {
      count("ledger.token.pairs.dropped");
    } else if (event instanceof LedgerEvent.ReconnectRequired dead) {
      count("ledger.reconnects.required", "cause", dead.reason().name());
    } else if (event instanceof LedgerEvent.StatusChanged changed) {
      count("ledger.status.changes", "from", changed.before().name(), "to", changed.after().name());
    } else if (event instanceof LedgerEvent.ReferenceDataChanged changed) {
      registry.counter("ledger.reference.changes").increment(changed.changes().size());
    }
  }

  private void count(String name, String... tags) {
    registry.counter(name, tags).increment();
  }
}
