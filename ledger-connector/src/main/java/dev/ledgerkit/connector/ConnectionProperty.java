package dev.ledgerkit.connector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A property of a connection, as a form or a connection string names it.
 *
 * <p>Names are matched without regard to case, spaces, hyphens and underscores: {@code
 * oauth_client_id} is {@code OAuthClientId}.
 *
 * @since 0.1
 */
public enum ConnectionProperty {
  /** What the connection is called; what is saved is found by it. {@code default} unless set. */
  CONNECTION_NAME("ConnectionName", false),
  /** The provider's name; required. */
  PROVIDER("Provider", false),
  /** The provider's region or environment; the provider's default unless set. */
  REGION("Region", false),
  /** A bare base that API and OAuth URLs follow; the provider's own endpoints unless set. */
  ENDPOINT("Endpoint", false),
  /** The id or name of the business, where a grant reaches several. */
  BUSINESS("Business", false),
  /** How far the connection goes to get a token, see {@link InitiateOAuth}; OFF unless set. */
  INITIATE_OAUTH("InitiateOAuth", false),
  /** The client id of the registration with the provider. */
  OAUTH_CLIENT_ID("OAuthClientId", false),
  /** Its secret. */
  OAUTH_CLIENT_SECRET("OAuthClientSecret", true),
  /** An access token, used as it is; for OFF. */
  OAUTH_ACCESS_TOKEN("OAuthAccessToken", true),
  /** A refresh token to begin with; taken over once. */
  OAUTH_REFRESH_TOKEN("OAuthRefreshToken", true),
  /** The scope that consent is asked for; the provider's default unless set. */
  OAUTH_SCOPE("OAuthScope", false),
  /** The directory that keeps what the next connection needs, encrypted. */
  OAUTH_SETTINGS_LOCATION("OAuthSettingsLocation", false),
  /** Where consent comes back to; {@code http://localhost:8484/callback} unless set. */
  CALLBACK_URL("CallbackURL", false),
  /** How many seconds a person has to consent: 1 to 600, 300 unless set. */
  OAUTH_TIMEOUT("OAuthTimeout", false),
  /** Whether the endpoint speaks TLS; what {@code Endpoint} says unless set. */
  SSL("SSL", false),
  /** A file with a client certificate, a private authority, or both. */
  KEY_STORE("KeyStore", false),
  /** {@code JKS} or {@code PKCS12}; found out unless set. */
  KEY_STORE_TYPE("KeyStoreType", false),
  /** The password of that file. */
  KEY_STORE_PASSWORD("KeyStorePassword", true),
  /** How many seconds one call may take with all its waits: 1 to 3600, 60 unless set. */
  TIMEOUT("Timeout", false),
  /** More properties in the form of a connection string, for forms that have one box for them. */
  ADDITIONAL("AdditionalProperties", true);

  private final String spelling;
  private final boolean secret;

  ConnectionProperty(String spelling, boolean secret) {
    this.spelling = spelling;
    this.secret = secret;
  }

  /** How documentation and messages spell it. */
  public String spelling() {
    return spelling;
  }

  /** Whether its value must not be shown. */
  public boolean secret() {
    return secret;
  }

  /** The property that {@code name} means. */
  public static Optional<ConnectionProperty> named(String name) {
    String bare = bare(name);
    return Arrays.stream(values()).filter(each -> bare(each.spelling).equals(bare)).findFirst();
  }

  /** What is left of a name when nothing counts but its letters and digits. */
  static String bare(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** The spelling. */
  @Override
  public String toString() {
    return spelling;
  }
}
