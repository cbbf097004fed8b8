package dev.ledgerkit.sage;

import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ProviderSettings;

/** Makes the provider of settings alone. */
final class SageFactory implements ProviderFactory<SageProvider> {

  @Override
  public String name() {
    return SageProvider.NAME;
  }

  @Override
  public String defaultRegion() {
    return SageRegion.UK.name();
  }

  @Override
  public SageProvider create(ProviderSettings settings) {
    SageProvider.Builder builder =
        SageProvider.builder(settings.clientId(), settings.clientSecret());
    if (settings.endpoint() != null) {
      builder.endpoints(SageEndpoints.at(settings.endpoint()));
    }
    if (!settings.region().isEmpty()) {
      SageRegion.of(settings.region());
    }
    return builder.build();
  }
}
