package dev.ledgerkit.core.provider;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.http.ApiRoute;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.store.Bindings;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The providers a host uses, by name, and the way from a binding to its own. Immutable, so safe for
 * use by many threads.
 *
 * @since 0.1
 */
public final class Providers {
  private final Map<String, LedgerProvider> byName;
  private final Bindings bindings;

  /**
   * The providers that {@code bindings} are of.
   *
   * @throws ConfigurationException if two have the same name
   */
  public Providers(Bindings bindings, List<LedgerProvider> providers) {
    this.bindings = bindings;
    this.byName =
        providers.stream()
            .collect(
                Collectors.toMap(
                    LedgerProvider::name,
                    provider -> provider,
                    (one, other) -> {
                      throw new ConfigurationException(
                          "Two providers are named '%s'; give each once.".formatted(one.name()));
                    },
                    TreeMap::new));
  }

  /**
   * A provider by its name.
   *
   * @throws ConfigurationException naming the ones there are
   */
  public LedgerProvider named(String name) {
    LedgerProvider provider = byName.get(name);
    if (provider == null) {
      throw new ConfigurationException(
          "There is no provider '%s' here; there are %s.".formatted(name, byName.keySet()));
    }
    return provider;
  }

  /** All of them, by name. */
  public Collection<LedgerProvider> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  /** The provider of a binding. */
  public LedgerProvider of(Binding binding) {
    return named(binding.provider());
  }

  /** The client registration a binding's grant belongs to. */
  public OauthClient oauthClient(BindingId id) {
    Binding binding = bindings.get(id);
    return of(binding).oauthClient(binding.region());
  }

  /** Where a binding's calls go. */
  public ApiRoute route(BindingId id) {
    Binding binding = bindings.get(id);
    LedgerProvider provider = of(binding);
    OauthClient client = provider.oauthClient(binding.region());
    return new ApiRoute(
        binding, provider.api(), client.tokenUri().getAuthority() + " " + client.clientId());
  }
}
