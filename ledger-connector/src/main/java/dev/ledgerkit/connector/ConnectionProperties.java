package dev.ledgerkit.connector;

import static dev.ledgerkit.connector.ConnectionProperty.BUSINESS;
import static dev.ledgerkit.connector.ConnectionProperty.CALLBACK_URL;
import static dev.ledgerkit.connector.ConnectionProperty.CONNECTION_NAME;
import static dev.ledgerkit.connector.ConnectionProperty.ENDPOINT;
import static dev.ledgerkit.connector.ConnectionProperty.INITIATE_OAUTH;
import static dev.ledgerkit.connector.ConnectionProperty.KEY_STORE;
import static dev.ledgerkit.connector.ConnectionProperty.KEY_STORE_PASSWORD;
import static dev.ledgerkit.connector.ConnectionProperty.KEY_STORE_TYPE;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_ACCESS_TOKEN;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_CLIENT_ID;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_CLIENT_SECRET;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_REFRESH_TOKEN;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_SCOPE;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_SETTINGS_LOCATION;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_TIMEOUT;
import static dev.ledgerkit.connector.ConnectionProperty.PROVIDER;
import static dev.ledgerkit.connector.ConnectionProperty.REGION;
import static dev.ledgerkit.connector.ConnectionProperty.SSL;
import static dev.ledgerkit.connector.ConnectionProperty.TIMEOUT;

import dev.ledgerkit.core.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is configured, by properties alone. {@link ConnectionProperty} lists them.
 *
 * <p>Made whole or not at all: what can be judged without a provider, a file or the network is
 * judged here, and everything that is wrong is said at once; {@link Connector#properties} judges
 * what only a provider knows as well. Immutable, so safe for use by many threads; {@code toString}
 * shows no secret.
 *
 * <pre>{@code
 * ConnectionProperties properties = ConnectionProperties.parse(
 *     "Provider=Sage;Region=UK;OAuthClientId=my-client;OAuthClientSecret=hush;"
 *         + "InitiateOAuth=GETANDREFRESH;OAuthSettingsLocation=/home/me/.ledger");
 * }</pre>
 *
 * @since 0.1
 */
public final class ConnectionProperties {
  private static final URI DEFAULT_CALLBACK = URI.create("http://localhost:8484/callback");

  /** The life of a consent's state. */
  private static final int LONGEST_CONSENT = 600;

  private final GivenProperties given;
  private final InitiateOAuth initiateOAuth;
  private final @Nullable URI endpoint;
  private final URI callbackUrl;
  private final Duration oauthTimeout;
  private final Duration timeout;
  private final @Nullable Path settingsLocation;
  private final @Nullable Path keyStore;
  private final @Nullable KeyStoreType keyStoreType;

  private ConnectionProperties(GivenProperties given, Findings findings) {
    this.given = given;
    this.initiateOAuth =
        Objects.requireNonNullElse(
            given.choice(INITIATE_OAUTH, InitiateOAuth.class), InitiateOAuth.OFF);
    this.endpoint = given.url(ENDPOINT);
    this.callbackUrl = Objects.requireNonNullElse(given.url(CALLBACK_URL), DEFAULT_CALLBACK);
    this.oauthTimeout = given.seconds(OAUTH_TIMEOUT, 300, LONGEST_CONSENT);
    this.timeout = given.seconds(TIMEOUT, 60, 3600);
    this.settingsLocation = given.path(OAUTH_SETTINGS_LOCATION);
    this.keyStore = given.path(KEY_STORE);
    this.keyStoreType = given.choice(KEY_STORE_TYPE, KeyStoreType.class);
    new PropertyRules(given, findings).check(initiateOAuth, endpoint, callbackUrl, given.flag(SSL));
  }

  /** What can be read of them; for use only if nothing was found. */
  static ConnectionProperties read(Map<String, String> properties, Findings findings) {
    Builder builder = builder();
    properties.forEach(builder::set);
    return builder.read(findings);
  }

  /**
   * Properties by name.
   *
   * @throws PropertiesRefusedException naming all that is wrong
   */
  public static ConnectionProperties of(Map<String, String> properties) {
    Builder builder = builder();
    properties.forEach(builder::set);
    return builder.build();
  }

  /** As {@link #of(Map)}, with the defaults of {@code properties}. */
  public static ConnectionProperties of(Properties properties) {
    Builder builder = builder();
    properties
        .stringPropertyNames()
        .forEach(name -> builder.set(name, properties.getProperty(name, "")));
    return builder.build();
  }

  /**
   * As {@link #of(Map)}, from {@code Name=value;Name=value}. A value with a semicolon stands in
   * double quotes, a double quote in it is doubled.
   *
   * @throws dev.ledgerkit.core.ConfigurationException too if the text has another form
   */
  public static ConnectionProperties parse(String connectionString) {
    Builder builder = builder();
    ConnectionString.parse(connectionString)
        .forEach(pair -> builder.set(pair.name(), pair.value()));
    return builder.build();
  }

  /** Begins with none. */
  public static Builder builder() {
    return new Builder();
  }

  /** What the connection is called. */
  public String connectionName() {
    return given.text(CONNECTION_NAME, "default");
  }

  /** The provider's name, as it was given. */
  public String provider() {
    return given.text(PROVIDER, "");
  }

  /** The region or environment, as it was given; empty for the provider's default. */
  public String region() {
    return given.text(REGION, "");
  }

  /** The base of all URLs; null for the provider's own. */
  public @Nullable URI endpoint() {
    return endpoint;
  }

  /** The id or name of the business; empty if none was named. */
  public String business() {
    return given.text(BUSINESS, "");
  }

  /** How far the connection goes to get a token. */
  public InitiateOAuth initiateOAuth() {
    return initiateOAuth;
  }

  /** The client id; empty only for OFF. */
  public String oauthClientId() {
    return given.text(OAUTH_CLIENT_ID, "");
  }

  /** The client secret; null only for OFF. */
  public @Nullable Secret oauthClientSecret() {
    return given.secret(OAUTH_CLIENT_SECRET);
  }

  /** The access token to use as it is; null unless OFF, or if it was given without use. */
  public @Nullable Secret oauthAccessToken() {
    return given.secret(OAUTH_ACCESS_TOKEN);
  }

  /** The refresh token to begin with; null if none was given. */
  public @Nullable Secret oauthRefreshToken() {
    return given.secret(OAUTH_REFRESH_TOKEN);
  }

  /** The scope to ask for; empty for the provider's default. */
  public String oauthScope() {
    return given.text(OAUTH_SCOPE, "");
  }

  /** The directory for what the next connection needs; null only for OFF. */
  public @Nullable Path oauthSettingsLocation() {
    return settingsLocation;
  }

  /** Where consent comes back to. */
  public URI callbackUrl() {
    return callbackUrl;
  }

  /** How long a person has to consent. */
  public Duration oauthTimeout() {
    return oauthTimeout;
  }

  /** Whether the endpoint speaks TLS. */
  public boolean ssl() {
    return endpoint == null || "https".equalsIgnoreCase(endpoint.getScheme());
  }

  /** The key store's file; null if there is none. */
  public @Nullable Path keyStore() {
    return keyStore;
  }

  @Nullable KeyStoreType keyStoreType() {
    return keyStoreType;
  }

  @Nullable Secret keyStorePassword() {
    return given.secret(KEY_STORE_PASSWORD);
  }

  /** How long one call may take, with all its waits and retries. */
  public Duration timeout() {
    return timeout;
  }

  /** What was given, secrets as stars. */
  @Override
  public String toString() {
    return "ConnectionProperties[" + given + "]";
  }

  /** Collects properties. Not safe for use by many threads. */
  public static final class Builder {
    private final List<Consumer<GivenProperties>> entries = new ArrayList<>();

    private Builder() {}

    /** Adds one by its name, in any spelling {@link ConnectionProperty#named} takes. */
    public Builder set(String name, String value) {
      entries.add(properties -> properties.put(name, value));
      return this;
    }

    /** Adds one. */
    public Builder set(ConnectionProperty property, String value) {
      return set(property.spelling(), value);
    }

    /**
     * Adds a secret one.
     *
     * @throws IllegalArgumentException if the property is none
     */
    public Builder set(ConnectionProperty property, Secret value) {
      if (!property.secret() || property == ConnectionProperty.ADDITIONAL) {
        throw new IllegalArgumentException(property + " is no secret; give it as text.");
      }
      entries.add(properties -> properties.put(property, value));
      return this;
    }

    /**
     * The properties.
     *
     * @throws PropertiesRefusedException naming all that is wrong
     */
    public ConnectionProperties build() {
      Findings findings = new Findings();
      ConnectionProperties properties = read(findings);
      findings.refuse();
      return properties;
    }

    private ConnectionProperties read(Findings findings) {
      GivenProperties given = new GivenProperties(findings);
      entries.forEach(entry -> entry.accept(given));
      return new ConnectionProperties(given, findings);
    }
  }
}
