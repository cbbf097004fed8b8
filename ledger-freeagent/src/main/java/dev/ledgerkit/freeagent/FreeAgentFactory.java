package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ProviderSettings;

/** Makes the provider of settings alone. */
final class FreeAgentFactory implements ProviderFactory<FreeAgentProvider> {

  @Override
  public String name() {
    return FreeAgentCalls.PROVIDER;
  }

  @Override
  public String defaultRegion() {
    return FreeAgentEnvironment.PRODUCTION.wireName();
  }

  @Override
  public FreeAgentProvider create(ProviderSettings settings) {
    FreeAgentProvider.Builder builder = FreeAgentProvider.builder().clock(settings.clock());
    switch (FreeAgentEnvironment.of(settings.region())) {
      case PRODUCTION -> builder.production(settings.clientId(), settings.clientSecret());
      case SANDBOX -> builder.sandbox(settings.clientId(), settings.clientSecret());
    }
    if (settings.endpoint() != null) {
      builder.endpoints(FreeAgentEndpoints.at(settings.endpoint()));
    }
    return builder.build();
  }
}
