package dev.ledgerkit.sage;

import dev.ledgerkit.core.oauth.OauthClient;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where Sage is reached, per region.
 *
 * <p>Immutable, so safe for use by many threads. Every URL is https, or http on this machine
 * itself; what is not is refused when it is set, by a {@link
 * dev.ledgerkit.core.ConfigurationException} that names it.
 *
 * <pre>{@code
 * SageEndpoints.regional();                                        // the default
 * SageEndpoints.developerPortal();                                 // Sage's public documentation
 * SageEndpoints.regional().withApiBase(SageRegion.FR, frenchBase); // one URL of another
 * SageEndpoints.at(simulator.baseUri());                           // everything in one place
 * }</pre>
 *
 * @since 0.1
 */
public final class SageEndpoints {
  private static final String VERSION = "/v3.1";

  private final Map<SageRegion, RegionEndpoints> regions;

  private SageEndpoints(Map<SageRegion, RegionEndpoints> regions) {
    this.regions = new EnumMap<>(regions);
  }

  /** One API host for each region and one OAuth host for all. */
  public static SageEndpoints regional() {
    return forEach(
        region ->
            oauthAt(
                URI.create("https://" + regionalHost(region) + VERSION),
                URI.create("https://id.sage.com"),
                "/authorize"));
  }

  /** What Sage's public developer documentation names: one API host for all regions. */
  public static SageEndpoints developerPortal() {
    return forEach(
        region ->
            new RegionEndpoints(
                URI.create("https://api.accounting.sage.com" + VERSION),
                URI.create("https://www.sageone.com/oauth2/auth/central?filter=apiv3.1"),
                URI.create("https://oauth.accounting.sage.com/token"),
                URI.create("https://oauth.accounting.sage.com/revoke")));
  }

  /**
   * Everything below one base: the API at {@code /v3.1}, and {@code /oauth/authorize}, {@code
   * /oauth/token} and {@code /oauth/revoke}.
   *
   * @param base scheme, host and port, perhaps a path; for example a simulator on this machine
   */
  public static SageEndpoints at(URI base) {
    URI root = RegionEndpoints.withoutTrailingSlash(OauthClient.requireSecure("base URL", base));
    return forEach(region -> oauthAt(URI.create(root + VERSION), root, "/oauth/authorize"));
  }

  /** The same endpoints with another API base for {@code region}; paths are appended to it. */
  public SageEndpoints withApiBase(SageRegion region, URI apiBase) {
    return with(region, of(region).withApiBase(apiBase));
  }

  /** The same endpoints with other OAuth URLs for all regions. */
  public SageEndpoints withOauth(URI authorize, URI token, URI revoke) {
    return forEach(region -> of(region).withOauth(authorize, token, revoke));
  }

  /** The same endpoints with other OAuth URLs for {@code region}. */
  public SageEndpoints withOauth(SageRegion region, URI authorize, URI token, URI revoke) {
    return with(region, of(region).withOauth(authorize, token, revoke));
  }

  /** Where the API of {@code region} lives. */
  public URI apiBase(SageRegion region) {
    return of(region).apiBase();
  }

  /** Where merchants of {@code region} consent; may carry a query. */
  public URI authorize(SageRegion region) {
    return of(region).authorize();
  }

  /** Where codes and refresh tokens of {@code region} are exchanged. */
  public URI token(SageRegion region) {
    return of(region).token();
  }

  /** Where grants of {@code region} are revoked. */
  public URI revoke(SageRegion region) {
    return of(region).revoke();
  }

  @Override
  public String toString() {
    return "SageEndpoints" + regions;
  }

  private RegionEndpoints of(SageRegion region) {
    RegionEndpoints found = regions.get(region);
    if (found == null) {
      throw new IllegalStateException("Every region has endpoints; " + region + " has none");
    }
    return found;
  }

  private SageEndpoints with(SageRegion region, RegionEndpoints endpoints) {
    Map<SageRegion, RegionEndpoints> next = new EnumMap<>(regions);
    next.put(region, endpoints);
    return new SageEndpoints(next);
  }

  private static RegionEndpoints oauthAt(URI apiBase, URI host, String authorizePath) {
    return new RegionEndpoints(
        apiBase,
        URI.create(host + authorizePath),
        URI.create(host + "/oauth/token"),
        URI.create(host + "/oauth/revoke"));
  }

  private static SageEndpoints forEach(Function<SageRegion, RegionEndpoints> endpoints) {
    return new SageEndpoints(
        Arrays.stream(SageRegion.values())
            .collect(Collectors.toMap(Function.identity(), endpoints)));
  }

  private static String regionalHost(SageRegion region) {
    return switch (region) {
      case US, CA -> "api.na.accounting.sage.com";
      case IE -> "api.ie.accounting.sage.com";
      case UK, FR, ES, DE -> "api.accounting.sage.com";
    };
  }
}
