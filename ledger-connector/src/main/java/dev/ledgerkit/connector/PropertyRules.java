package dev.ledgerkit.connector;

import static dev.ledgerkit.connector.ConnectionProperty.CALLBACK_URL;
import static dev.ledgerkit.connector.ConnectionProperty.ENDPOINT;
import static dev.ledgerkit.connector.ConnectionProperty.KEY_STORE;
import static dev.ledgerkit.connector.ConnectionProperty.KEY_STORE_PASSWORD;
import static dev.ledgerkit.connector.ConnectionProperty.KEY_STORE_TYPE;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_ACCESS_TOKEN;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_CLIENT_ID;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_CLIENT_SECRET;
import static dev.ledgerkit.connector.ConnectionProperty.OAUTH_SETTINGS_LOCATION;
import static dev.ledgerkit.connector.ConnectionProperty.PROVIDER;
import static dev.ledgerkit.connector.ConnectionProperty.SSL;
import static dev.ledgerkit.connector.PropertiesRefusedException.CONFLICT;
import static dev.ledgerkit.connector.PropertiesRefusedException.REQUIRED;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What properties must be beside each other. One thread's. */
final class PropertyRules {
  private final GivenProperties given;
  private final Findings findings;

  PropertyRules(GivenProperties given, Findings findings) {
    this.given = given;
    this.findings = findings;
  }

  void check(InitiateOAuth initiate, @Nullable URI endpoint, URI callback, @Nullable Boolean ssl) {
    require(PROVIDER, "name the provider");
    if (initiate == InitiateOAuth.OFF) {
      require(
          OAUTH_ACCESS_TOKEN,
          "InitiateOAuth is OFF, which uses a given access token; give one, or set InitiateOAuth to GETANDREFRESH");
    } else {
      require(OAUTH_CLIENT_ID, "give the client id of the registration with the provider");
      require(OAUTH_CLIENT_SECRET, "give the client secret that belongs to OAuthClientId");
      require(
          OAUTH_SETTINGS_LOCATION,
          "name a directory for what the next connection needs, encrypted");
    }
    transport(endpoint, ssl);
    if (isPlain(callback) && !Loopback.isHost(callback)) {
      findings.add(
          CALLBACK_URL, CONFLICT, "codes come back there; write https, or http on this machine");
    }
    keyStore(endpoint);
  }

  /**
   * A token in clear stays on this machine: over a network it would be anybody's. There is no way
   * to go without checking a certificate.
   */
  private void transport(@Nullable URI endpoint, @Nullable Boolean ssl) {
    if (endpoint == null) {
      if (Boolean.FALSE.equals(ssl) && !given.has(ENDPOINT)) {
        findings.add(
            SSL,
            CONFLICT,
            "the provider's own endpoints speak TLS only; leave SSL out or set true");
      }
      return;
    }
    if (!isPlain(endpoint)) {
      if (Boolean.FALSE.equals(ssl)) {
        findings.add(SSL, CONFLICT, "it is false and Endpoint is https; change one of them");
      }
      return;
    }
    if (Boolean.TRUE.equals(ssl)) {
      findings.add(SSL, CONFLICT, "it is true and Endpoint is http; write https there");
    }
    if (!Loopback.isHost(endpoint)) {
      findings.add(
          ENDPOINT,
          CONFLICT,
          "http is taken on this machine only, for tokens travel there; write https");
    }
  }

  private void keyStore(@Nullable URI endpoint) {
    if (!given.has(KEY_STORE)) {
      for (ConnectionProperty alone :
          new ConnectionProperty[] {KEY_STORE_TYPE, KEY_STORE_PASSWORD}) {
        if (given.has(alone)) {
          findings.add(alone, CONFLICT, "there is no KeyStore it could be of; give one");
        }
      }
    } else if (endpoint != null && isPlain(endpoint)) {
      findings.add(KEY_STORE, CONFLICT, "Endpoint is http, which uses no certificate; write https");
    }
  }

  private void require(ConnectionProperty property, String remedy) {
    if (!given.has(property)) {
      findings.add(property, REQUIRED, "missing or blank; " + remedy);
    }
  }

  private static boolean isPlain(URI url) {
    return "http".equalsIgnoreCase(url.getScheme());
  }
}
