package dev.ledgerkit.freeagent;

import dev.ledgerkit.core.oauth.OauthClient;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where FreeAgent is reached, per environment. The consent page and the token endpoint lie below
 * the API base.
 *
 * <p>Immutable, so safe for use by many threads. Every URL is https, or http on this machine
 * itself; what is not is refused when it is set, by a {@link
 * dev.ledgerkit.core.ConfigurationException} that names it.
 *
 * <pre>{@code
 * FreeAgentEndpoints.published();                  // the default
 * FreeAgentEndpoints.at(simulator.baseUri());      // both environments in one place
 * }</pre>
 *
 * @since 0.1
 */
public final class FreeAgentEndpoints {
  private static final String VERSION = "/v2";

  private final Map<FreeAgentEnvironment, URI> apiBases;

  private FreeAgentEndpoints(Map<FreeAgentEnvironment, URI> apiBases) {
    this.apiBases = new EnumMap<>(apiBases);
  }

  /** What FreeAgent's documentation names. */
  public static FreeAgentEndpoints published() {
    return of(
        URI.create("https://api.freeagent.com" + VERSION),
        URI.create("https://api.sandbox.freeagent.com" + VERSION));
  }

  /**
   * Everything below {@code /v2} of one base, whatever the environment.
   *
   * @param base scheme, host and port, perhaps a path; for example a simulator on this machine
   */
  public static FreeAgentEndpoints at(URI base) {
    URI api =
        URI.create(withoutTrailingSlash(OauthClient.requireSecure("base URL", base)) + VERSION);
    return of(api, api);
  }

  /** The same endpoints with another API base for {@code environment}; paths are appended to it. */
  public FreeAgentEndpoints withApiBase(FreeAgentEnvironment environment, URI apiBase) {
    Map<FreeAgentEnvironment, URI> next = new EnumMap<>(apiBases);
    next.put(environment, checked(apiBase));
    return new FreeAgentEndpoints(next);
  }

  /** Where the API of {@code environment} lives. */
  public URI apiBase(FreeAgentEnvironment environment) {
    URI base = apiBases.get(environment);
    if (base == null) {
      throw new IllegalStateException("Every environment has a base; " + environment + " has none");
    }
    return base;
  }

  /** Where merchants consent. */
  public URI authorize(FreeAgentEnvironment environment) {
    return URI.create(apiBase(environment) + "/approve_app");
  }

  /** Where codes and refresh tokens are exchanged. */
  public URI token(FreeAgentEnvironment environment) {
    return URI.create(apiBase(environment) + "/token_endpoint");
  }

  @Override
  public String toString() {
    return "FreeAgentEndpoints" + apiBases;
  }

  private static FreeAgentEndpoints of(URI production, URI sandbox) {
    return new FreeAgentEndpoints(
        Map.of(
            FreeAgentEnvironment.PRODUCTION,
            checked(production),
            FreeAgentEnvironment.SANDBOX,
            checked(sandbox)));
  }

  private static URI checked(URI apiBase) {
    return URI.create(withoutTrailingSlash(OauthClient.requireSecure("API base", apiBase)));
  }

  private static String withoutTrailingSlash(URI base) {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
