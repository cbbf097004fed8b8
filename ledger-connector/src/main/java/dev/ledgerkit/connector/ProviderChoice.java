package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ProviderSettings;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the provider that properties name, and says which property is at fault if it cannot. */
final class ProviderChoice {
  /** For a connection that never shows a client: OFF. */
  private static final String NO_CLIENT = "none";

  private final Parts parts;
  private final ConnectionProperties properties;
  private final Findings findings;

  ProviderChoice(Parts parts, ConnectionProperties properties, Findings findings) {
    this.parts = parts;
    this.properties = properties;
    this.findings = findings;
  }

  /** A provider, and the region in its own spelling. */
  record Chosen(LedgerProvider provider, String region) {}

  /** Null if something was found. */
  @Nullable Chosen choose() {
    Optional<ProviderFactory<?>> factory =
        parts.factories().stream()
            .filter(each -> each.name().equalsIgnoreCase(properties.provider()))
            .findFirst();
    if (factory.isEmpty()) {
      List<String> names = parts.factories().stream().map(ProviderFactory::name).sorted().toList();
      findings.add(
          ConnectionProperty.PROVIDER,
          PropertiesRefusedException.INVALID,
          "'%s' is unknown; there are %s, and the nearest is %s"
              .formatted(
                  properties.provider(),
                  names.stream().collect(Collectors.joining(", ")),
                  NearestName.of(properties.provider(), names)));
      return null;
    }
    return chosen(factory.get());
  }

  private @Nullable Chosen chosen(ProviderFactory<?> factory) {
    String region = properties.region().isEmpty() ? factory.defaultRegion() : properties.region();
    LedgerProvider provider = tried(factory, region);
    if (provider == null || !takesScope(provider)) {
      return null;
    }
    try {
      return new Chosen(provider, provider.region(region));
    } catch (ConfigurationException e) {
      invalid(ConnectionProperty.REGION, e);
      return null;
    }
  }

  private boolean takesScope(LedgerProvider provider) {
    try {
      provider.scope(properties.oauthScope());
      return true;
    } catch (ConfigurationException e) {
      invalid(ConnectionProperty.OAUTH_SCOPE, e);
      return false;
    }
  }

  /**
   * A factory does not say what it objects to; a second try without the region does, and can say
   * whether the scope is wrong too.
   */
  private @Nullable LedgerProvider tried(ProviderFactory<?> factory, String region) {
    try {
      return factory.create(settings(region, properties.endpoint()));
    } catch (ConfigurationException e) {
      LedgerProvider elsewhere = null;
      try {
        elsewhere = factory.create(settings(factory.defaultRegion(), properties.endpoint()));
      } catch (ConfigurationException same) {
        // the region is not at fault
      }
      invalid(elsewhere == null ? ConnectionProperty.PROVIDER : ConnectionProperty.REGION, e);
      if (elsewhere != null) {
        var unused = takesScope(elsewhere);
      }
      return null;
    }
  }

  private ProviderSettings settings(String region, @Nullable URI endpoint) {
    String id = properties.oauthClientId();
    return new ProviderSettings(
        id.isEmpty() ? NO_CLIENT : id,
        Objects.requireNonNullElseGet(properties.oauthClientSecret(), () -> Secret.of(NO_CLIENT)),
        region,
        endpoint,
        parts.clock());
  }

  private void invalid(ConnectionProperty property, ConfigurationException e) {
    findings.add(property, PropertiesRefusedException.INVALID, String.valueOf(e.getMessage()));
  }
}
