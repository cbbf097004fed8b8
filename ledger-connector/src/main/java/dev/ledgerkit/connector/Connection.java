package dev.ledgerkit.connector;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.provider.LedgerProvider;

/**
 * An open connection: a binding with a grant and one business, and everything to work with it.
 *
 * <p>Tokens are refreshed as they expire and saved as they change, also while other processes use
 * the same settings. Close it when done; it stops what it started. Safe for use by many threads.
 *
 * <pre>{@code
 * try (Connection connection = connector.open(properties)) {
 *   var client = connection.provider(SageProvider.class).client(connection.api(), connection.binding().id());
 *   client.contacts().list().forEach(contact -> show(contact.displayedAs()));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class Connection implements AutoCloseable {
  private final Session session;

  Connection(Session session) {
    this.session = session;
  }

  /** What the properties call it. */
  public String name() {
    return session.properties().connectionName();
  }

  /** Its binding, as last known here. */
  public Binding binding() {
    return session.ledger().bindings().get(session.id());
  }

  /** Calls to the provider. */
  public ApiClient api() {
    return session.ledger().api();
  }

  /** Tokens that work now. */
  public TokenSource tokens() {
    return session.ledger().tokens();
  }

  /** All of Ledger, for this one binding. */
  public Ledger ledger() {
    return session.ledger();
  }

  /** The provider. */
  public LedgerProvider provider() {
    return session.provider();
  }

  /**
   * The provider as the type its factory makes, which has the typed client.
   *
   * @throws ConfigurationException naming both if it is another
   */
  public <P extends LedgerProvider> P provider(Class<P> type) {
    LedgerProvider provider = session.provider();
    if (!type.isInstance(provider)) {
      String made = provider.getClass().getSimpleName();
      throw new ConfigurationException(
          "Connection '%s' is to %s and has a %s, no %s; ask for %s.class, or change Provider."
              .formatted(name(), provider.name(), made, type.getSimpleName(), made));
    }
    return type.cast(provider);
  }

  /** Whether it works now; never throws for what is wrong with it. */
  public ConnectionTest test() {
    try {
      return ConnectionTest.of(session.ledger().check().of(session.id()));
    } catch (LedgerException e) {
      return Remedies.failed(e);
    }
  }

  /** Stops what was started; refreshes under way are let finish. Throws what saving one threw. */
  @Override
  public void close() {
    session.close();
  }
}
