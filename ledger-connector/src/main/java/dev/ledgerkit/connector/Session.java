package dev.ledgerkit.connector;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.FixedTokenSource;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.crypto.EncryptedTokenVault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * A connection's parts, wired of its properties without touching the network: the provider, TLS,
 * where records and tokens are, and Ledger on top.
 */
final class Session implements AutoCloseable {
  private final Parts parts;
  private final ConnectionProperties properties;
  private final ProviderChoice.Chosen chosen;
  private final BindingId id;
  private final RecordStore store;
  private final TokenVault vault;
  private final OkHttpClient http;
  private final @Nullable OkHttpClient ownHttp;
  private final Ledger ledger;

  private Session(
      Parts parts,
      ConnectionProperties properties,
      ProviderChoice.Chosen chosen,
      SettingsDirectory.@Nullable Opened saved,
      @Nullable KeyStoreEntries keyStore) {
    this.parts = parts;
    this.properties = properties;
    this.chosen = chosen;
    this.id = identity(properties, chosen);
    this.ownHttp = parts.http() == null ? new OkHttpClient() : null;
    OkHttpClient base = ownHttp == null ? Objects.requireNonNull(parts.http()) : ownHttp;
    this.http = keyStore == null ? base : TlsMaterial.applied(base, keyStore);
    if (saved == null) {
      this.store = new InMemoryRecordStore(parts.clock());
      this.vault = new InMemoryTokenVault(parts.clock());
    } else {
      this.store = saved.store();
      this.vault = new EncryptedTokenVault(store, saved.keys(), new Bindings(store));
    }
    Ledger.Builder builder =
        Ledger.builder(store, vault)
            .provider(chosen.provider())
            .httpClient(http)
            .clock(parts.clock())
            .listener(parts.listener())
            .callDeadline(properties.timeout());
    Secret accessToken = properties.oauthAccessToken();
    this.ledger =
        saved == null && accessToken != null
            ? builder.tokens(new FixedTokenSource(accessToken)).build()
            : builder.build();
  }

  /**
   * Wires one.
   *
   * @throws PropertiesRefusedException naming every property that cannot be used
   */
  static Session open(Parts parts, ConnectionProperties properties) {
    Findings findings = new Findings();
    ProviderChoice.Chosen chosen = new ProviderChoice(parts, properties, findings).choose();
    KeyStoreEntries keyStore = keyStore(parts, properties, findings);
    SettingsDirectory.Opened saved =
        chosen == null ? null : settings(parts, properties, chosen, findings);
    findings.refuse();
    return new Session(parts, properties, Objects.requireNonNull(chosen), saved, keyStore);
  }

  private static @Nullable KeyStoreEntries keyStore(
      Parts parts, ConnectionProperties properties, Findings findings) {
    Path file = properties.keyStore();
    if (file == null) {
      return null;
    }
    try {
      return KeyStoreEntries.of(
          KeyStoreFile.open(file, properties.keyStoreType(), properties.keyStorePassword()),
          parts.clock().instant());
    } catch (ConfigurationException e) {
      unusable(findings, ConnectionProperty.KEY_STORE, e);
      return null;
    }
  }

  private static SettingsDirectory.@Nullable Opened settings(
      Parts parts,
      ConnectionProperties properties,
      ProviderChoice.Chosen chosen,
      Findings findings) {
    Path location = properties.oauthSettingsLocation();
    if (location == null || properties.initiateOAuth() == InitiateOAuth.OFF) {
      return null;
    }
    try {
      return SettingsDirectory.open(
          location, identity(properties, chosen).value(), parts.keys(), parts.clock());
    } catch (ConfigurationException | VaultException e) {
      unusable(findings, ConnectionProperty.OAUTH_SETTINGS_LOCATION, e);
      return null;
    }
  }

  private static void unusable(
      Findings findings, ConnectionProperty property, LedgerException why) {
    findings.add(property, PropertiesRefusedException.UNUSABLE, String.valueOf(why.getMessage()));
  }

  /**
   * What is saved belongs to all of these together: a grant must not be refreshed by another client
   * or sent to another endpoint.
   */
  private static BindingId identity(ConnectionProperties properties, ProviderChoice.Chosen chosen) {
    StringBuilder all = new StringBuilder();
    for (String part :
        List.of(
            properties.connectionName(),
            chosen.provider().name(),
            chosen.region(),
            String.valueOf(properties.endpoint()),
            properties.oauthClientId())) {
      all.append(part.length()).append(':').append(part);
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return new BindingId("c-" + HexFormat.of().formatHex(hash, 0, 12));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  ConnectionProperties properties() {
    return properties;
  }

  ConsentPrompt prompt() {
    return parts.prompt();
  }

  LedgerClock clock() {
    return parts.clock();
  }

  LedgerProvider provider() {
    return chosen.provider();
  }

  String region() {
    return chosen.region();
  }

  BindingId id() {
    return id;
  }

  RecordStore store() {
    return store;
  }

  TokenVault vault() {
    return vault;
  }

  OkHttpClient http() {
    return http;
  }

  Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    try {
      ledger.close();
    } finally {
      if (ownHttp != null) {
        ownHttp.dispatcher().executorService().shutdown();
        ownHttp.connectionPool().evictAll();
      }
    }
  }
}
