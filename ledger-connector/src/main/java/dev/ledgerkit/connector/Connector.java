package dev.ledgerkit.connector;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.connect.ConnectionReport;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.crypto.MasterKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections that are configured by properties: for tools, desktops and drivers that learn
 * only then which provider they talk to.
 *
 * <p>What {@link InitiateOAuth} allows is done before {@link #open} returns: the saved grant is
 * used, a refresh made, or a person asked in their browser. What the next connection needs is saved
 * in {@code OAuthSettingsLocation}, encrypted. Processes that open the same connection at the same
 * moment ask once. Immutable, so safe for use by many threads; keeps no connection.
 *
 * <pre>{@code
 * Connector connector = Connector.builder()
 *     .provider(SageProvider.factory()).provider(FreeAgentProvider.factory()).build();
 * try (Connection connection = connector.open(ConnectionProperties.parse(text))) {
 *   show(connection.test().message());
 * }
 * }</pre>
 *
 * <p>Defaults: the system's clock and browser, an HTTP client for each connection, the keys beside
 * the saved settings.
 *
 * <p>Note: whoever may read {@code OAuthSettingsLocation} can read the tokens in it, for the key
 * lies there too; {@link Builder#masterKeys} keeps it elsewhere.
 *
 * @since 0.1
 */
public final class Connector {
  private final Parts parts;

  private Connector(Parts parts) {
    this.parts = parts;
  }

  /** Begins one. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Properties by name, as {@link ConnectionProperties#of(Map)} makes them, and judged by the
   * providers there are here as well: their name, region and scope. So a form learns at once of
   * everything that is wrong with it.
   *
   * @throws PropertiesRefusedException naming all that is wrong; nothing was sent
   */
  public ConnectionProperties properties(Map<String, String> properties) {
    Findings findings = new Findings();
    ConnectionProperties read = ConnectionProperties.read(properties, findings);
    if (!read.provider().isEmpty()) {
      var unused = new ProviderChoice(parts, read, findings).choose();
    }
    findings.refuse();
    return read;
  }

  /**
   * Opens a connection; under {@link InitiateOAuth#GETANDREFRESH} it may wait for a person, for
   * {@code OAuthTimeout} at the most.
   *
   * @throws PropertiesRefusedException naming every property that cannot be used; nothing was sent
   * @throws ConfigurationException if the endpoint is not the provider's or refuses the client, or
   *     the business has to be named
   * @throws dev.ledgerkit.core.ReconnectRequiredException if the grant is dead and nobody may be
   *     asked
   * @throws ConsentDeclinedException if the person declined
   * @throws ProviderUnavailableException if the provider does not answer
   * @throws dev.ledgerkit.core.VaultException if what is saved cannot be read
   */
  public Connection open(ConnectionProperties properties) {
    return handedOver(
        Session.open(parts, properties),
        session -> {
          var unused = new GrantSettling(session).settle();
          return new Connection(session);
        });
  }

  /**
   * Begins a consent without a browser, whatever is saved. The callback URL need not lead to this
   * machine.
   *
   * @throws PropertiesRefusedException naming every property that cannot be used; nothing was sent
   * @throws ConfigurationException if the properties say OFF, the endpoint is not the provider's,
   *     or it refuses the client
   * @throws ProviderUnavailableException if the provider does not answer
   */
  public Authorization authorize(ConnectionProperties properties) {
    if (properties.initiateOAuth() == InitiateOAuth.OFF) {
      throw new ConfigurationException(
          "InitiateOAuth: it is OFF, which keeps no grant; set REFRESH or GETANDREFRESH.");
    }
    return handedOver(
        Session.open(parts, properties),
        session -> {
          GrantSettling settling = new GrantSettling(session);
          return new Authorization(session, settling, settling.begin(properties.callbackUrl()));
        });
  }

  /**
   * Opens a connection as {@link #open} does, looks whether it works, and closes it.
   *
   * @return never an exception for what is wrong with the properties, the grant, the network or the
   *     provider
   */
  public ConnectionTest test(ConnectionProperties properties) {
    try (Session session = Session.open(parts, properties)) {
      try {
        var unused = new GrantSettling(session).settle();
      } catch (ProviderUnavailableException e) {
        return unavailable(session, e);
      }
      return ConnectionTest.of(session.ledger().check().of(session.id()));
    } catch (LedgerException e) {
      return Remedies.failed(e);
    }
  }

  /** Where it ends: at the name, the handshake, the token. */
  private static ConnectionTest unavailable(Session session, ProviderUnavailableException why) {
    boolean saved =
        session.properties().initiateOAuth() == InitiateOAuth.OFF
            || session.vault().load(session.id()).isPresent();
    ConnectionReport report =
        saved
            ? session.ledger().check().of(session.id())
            : session.ledger().check().of(session.provider().name(), session.region());
    return report.available() ? Remedies.failed(why) : ConnectionTest.of(report);
  }

  /** A session that becomes nobody's is closed. */
  private static <T> T handedOver(Session session, Function<Session, T> use) {
    boolean done = false;
    try {
      T result = use.apply(session);
      done = true;
      return result;
    } finally {
      if (!done) {
        session.close();
      }
    }
  }

  /** Collects what is optional. Not safe for use by many threads. */
  public static final class Builder {
    private final List<ProviderFactory<?>> factories = new ArrayList<>();
    private @Nullable ConsentPrompt prompt;
    private @Nullable OkHttpClient http;
    private @Nullable MasterKeys keys;
    private LedgerClock clock = LedgerClock.system();
    private LedgerListener listener = LedgerListener.NONE;

    private Builder() {}

    /** Adds a provider that properties may name. */
    public Builder provider(ProviderFactory<?> factory) {
      factories.add(factory);
      return this;
    }

    /** What shows the consent page; the callback is caught on this machine. */
    public Builder browser(Consumer<URI> browser) {
      return prompt(new BrowserConsent(browser));
    }

    /**
     * How a person is asked, in place of the browser.
     *
     * @throws ConfigurationException if a browser or a prompt was given before
     */
    public Builder prompt(ConsentPrompt consentPrompt) {
      if (prompt != null) {
        throw new ConfigurationException(
            "A person is asked in one way; give a browser or a prompt.");
      }
      this.prompt = consentPrompt;
      return this;
    }

    /** The host's HTTP client, for its proxy and pool; never closed here. */
    public Builder httpClient(OkHttpClient client) {
      this.http = client;
      return this;
    }

    /** The keys that what is saved is sealed under, held by the host. */
    public Builder masterKeys(MasterKeys masterKeys) {
      this.keys = masterKeys;
      return this;
    }

    /** The clock. */
    public Builder clock(LedgerClock ledgerClock) {
      this.clock = ledgerClock;
      return this;
    }

    /** Who is told what happens to every connection. */
    public Builder listener(LedgerListener ledgerListener) {
      this.listener = ledgerListener;
      return this;
    }

    /**
     * The connector.
     *
     * @throws ConfigurationException if no provider was given
     */
    public Connector build() {
      if (factories.isEmpty()) {
        throw new ConfigurationException("No provider was given; add one with provider(...).");
      }
      return new Connector(
          new Parts(
              factories,
              Objects.requireNonNullElseGet(prompt, BrowserConsent::new),
              clock,
              listener,
              http,
              keys));
    }
  }
}
