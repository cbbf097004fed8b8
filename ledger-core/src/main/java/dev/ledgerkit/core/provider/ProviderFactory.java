package dev.ledgerkit.core.provider;

/**
 * Makes a provider of settings: for hosts that are configured by properties and learn only then
 * which provider they have. Safe for use by many threads.
 *
 * @param <P> what it makes
 * @since 0.1
 */
public interface ProviderFactory<P extends LedgerProvider> {

  /** The {@link LedgerProvider#name} of what it makes. */
  String name();

  /** The region or environment taken where settings name none, in the provider's own spelling. */
  String defaultRegion();

  /**
   * The provider.
   *
   * @throws dev.ledgerkit.core.ConfigurationException naming the value that is refused
   */
  P create(ProviderSettings settings);
}
