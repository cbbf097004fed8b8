package dev.ledgerkit.examples;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageRegion;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about the real Sage.
 *
 * @param clientId {@code SAGE_CLIENT_ID}
 * @param clientSecret {@code SAGE_CLIENT_SECRET}
 * @param endpoints {@code SAGE_PRESET}: those of each region unless set, or {@code
 *     developer-portal}
 * @param region {@code SAGE_REGION}: {@code UK} unless set
 * @param redirectUri {@code SAGE_REDIRECT_URI}, as registered with Sage; on this machine, because
 *     the callback is caught here
 * @param business {@code SAGE_BUSINESS}: the id or name of one of several; may be empty
 * @param writes whether {@code SAGE_WRITE} is {@code yes}
 */
record Configuration(
    String clientId,
    Secret clientSecret,
    SageEndpoints endpoints,
    SageRegion region,
    URI redirectUri,
    String business,
    boolean writes) {
  private static final String DEFAULT_REDIRECT = "http://localhost:8484/callback";
  private static final int LAST_PORT = 65_535;

  /**
   * Reads the environment.
   *
   * @return empty if it names no client at all, which asks for the simulator
   * @throws ConfigurationException naming the variable that is missing or refused
   */
  static Optional<Configuration> of(Map<String, String> environment) {
    if (!environment.containsKey("SAGE_CLIENT_ID")
        && !environment.containsKey("SAGE_CLIENT_SECRET")) {
      return Optional.empty();
    }
    return Optional.of(
        new Configuration(
            required(environment, "SAGE_CLIENT_ID"),
            Secret.of(required(environment, "SAGE_CLIENT_SECRET")),
            preset(optional(environment, "SAGE_PRESET", "regional")),
            SageRegion.of(optional(environment, "SAGE_REGION", "UK")),
            redirect(optional(environment, "SAGE_REDIRECT_URI", DEFAULT_REDIRECT)),
            optional(environment, "SAGE_BUSINESS", ""),
            writes(optional(environment, "SAGE_WRITE", "no"))));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = optional(environment, name, "");
    if (value.isEmpty()) {
      throw new ConfigurationException(
          name
              + " is missing or blank; set SAGE_CLIENT_ID and SAGE_CLIENT_SECRET for the real Sage,"
              + " or neither for the simulator.");
    }
    return value;
  }

  private static String optional(Map<String, String> environment, String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private static SageEndpoints preset(String name) {
    return switch (name) {
      case "regional" -> SageEndpoints.regional();
      case "developer-portal" -> SageEndpoints.developerPortal();
      default ->
          throw new ConfigurationException(
              "SAGE_PRESET '%s' is unknown; there are regional, developer-portal.".formatted(name));
    };
  }

  private static URI redirect(String text) {
    try {
      URI uri = new URI(text);
      boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
      boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
      boolean port = uri.getPort() > 0 && uri.getPort() <= LAST_PORT;
      if ("http".equals(uri.getScheme()) && here && port && bare && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Refused below, with every other address that cannot be listened on.
    }
    throw new ConfigurationException(
        "SAGE_REDIRECT_URI '%s' is refused; the callback is caught on this machine, so it reads like %s."
            .formatted(text, DEFAULT_REDIRECT));
  }

  private static boolean writes(String answer) {
    return switch (answer) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw new ConfigurationException(
              "SAGE_WRITE '%s' is unknown; there are yes, no.".formatted(answer));
    };
  }
}
