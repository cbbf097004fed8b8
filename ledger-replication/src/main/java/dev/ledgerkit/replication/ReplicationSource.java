package dev.ledgerkit.replication;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.stream.StreamingProvider;

/**
 * The books that are copied.
 *
 * @param provider whose they are
 * @param api makes the calls, for example {@code Ledger.api()}
 * @param binding locked to the business
 * @param clock what time it is
 * @since 0.1
 */
public record ReplicationSource(
    StreamingProvider provider, ApiClient api, Binding binding, LedgerClock clock) {
  /** Refuses a binding that is not locked to a business. */
  public ReplicationSource {
    if (binding.business() == null) {
      throw new ConfigurationException(
          "Binding %s is not locked to a business yet; connect it first.".formatted(binding.id()));
    }
  }

  Origin origin(String stream) {
    Business business = binding.business();
    return new Origin(
        provider.name(), binding.region(), business == null ? "" : business.id(), stream);
  }
}
