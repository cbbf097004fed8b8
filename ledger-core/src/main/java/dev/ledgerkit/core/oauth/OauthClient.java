package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A client registration at one authorization server, and what that server does.
 *
 * <p>Two bindings with equal registrations share one budget of refreshes, unless {@code
 * refreshScope} gives each its own.
 *
 * @param clientId as registered
 * @param clientSecret as registered
 * @param authentication how the secret is shown
 * @param authorizeUri where the merchant consents; may carry a query of its own
 * @param tokenUri where codes and refresh tokens are exchanged
 * @param revokeUri where grants are revoked; null if the provider has no such endpoint
 * @param refreshLifetime how long a refresh token lives when the answer does not say
 * @param refreshesPerMinute how many refreshes the server takes in a minute
 * @param refreshScope who shares them
 * @since 0.1
 */
public record OauthClient(
    String clientId,
    Secret clientSecret,
    ClientAuthentication authentication,
    URI authorizeUri,
    URI tokenUri,
    @Nullable URI revokeUri,
    Duration refreshLifetime,
    int refreshesPerMinute,
    RefreshScope refreshScope) {

  /** A registration whose bindings share one budget of refreshes. */
  public OauthClient(
      String clientId,
      Secret clientSecret,
      ClientAuthentication authentication,
      URI authorizeUri,
      URI tokenUri,
      @Nullable URI revokeUri,
      Duration refreshLifetime,
      int refreshesPerMinute) {
    this(
        clientId,
        clientSecret,
        authentication,
        authorizeUri,
        tokenUri,
        revokeUri,
        refreshLifetime,
        refreshesPerMinute,
        RefreshScope.CLIENT);
  }

  /**
   * Checks everything before any I/O; null where a setting must be counts as one that is missing.
   *
   * @throws ConfigurationException naming the bad value
   */
  public OauthClient {
    requireId(clientId);
    requireSecret(clientSecret);
    requireSecure("authorize endpoint", authorizeUri);
    requireSecure("token endpoint", tokenUri);
    if (revokeUri != null) {
      requireSecure("revoke endpoint", revokeUri);
    }
    if (refreshLifetime.isNegative() || refreshLifetime.isZero()) {
      throw new ConfigurationException(
          "A refresh token lifetime of %s is refused.".formatted(refreshLifetime));
    }
    if (refreshesPerMinute < 1) {
      throw new ConfigurationException(
          "A budget of %d refreshes a minute is refused.".formatted(refreshesPerMinute));
    }
  }

  /**
   * Returns {@code clientId} if there is one.
   *
   * @throws ConfigurationException if it is blank, or null as an environment variable that is not
   *     set
   */
  public static String requireId(@Nullable String clientId) {
    if (clientId == null || clientId.isBlank()) {
      throw new ConfigurationException(
          "The client id is %s; give the one the provider issued, and see whether the variable it is read from is set."
              .formatted(clientId == null ? "null" : "blank"));
    }
    return clientId;
  }

  /**
   * Returns {@code clientSecret} if there is one.
   *
   * @throws ConfigurationException if it is null
   */
  public static Secret requireSecret(@Nullable Secret clientSecret) {
    if (clientSecret == null) {
      throw new ConfigurationException(
          "The client secret is null; give Secret.of(...) the one the provider issued.");
    }
    return clientSecret;
  }

  /**
   * Returns {@code endpoint} if tokens may travel to it: https, or http to this machine itself.
   *
   * @throws ConfigurationException naming the value and its role
   */
  public static URI requireSecure(String role, @Nullable URI endpoint) {
    if (endpoint == null) {
      throw new ConfigurationException(
          "The %s is null; give an absolute https URL.".formatted(role));
    }
    String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
    String host = endpoint.getHost();
    if (host == null || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
      throw new ConfigurationException(
          "The %s '%s' is not an absolute URL with a host and nothing secret."
              .formatted(role, endpoint));
    }
    boolean loopback =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback)) {
      throw new ConfigurationException(
          "The %s '%s' is not https; tokens travel there.".formatted(role, endpoint));
    }
    return endpoint;
  }
}
