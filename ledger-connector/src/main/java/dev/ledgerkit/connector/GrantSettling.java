package dev.ledgerkit.connector;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Consent;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.RecordKey;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a session's binding to a grant and a business, by what {@link InitiateOAuth} allows:
 *
 * <pre>
 * OFF            the given access token
 * REFRESH        saved grant, else the given refresh token
 * GETANDREFRESH  saved grant, else the given refresh token, else a person
 * </pre>
 */
final class GrantSettling {
  private static final Logger LOG = LoggerFactory.getLogger(GrantSettling.class);

  private final Session session;
  private final ConnectionProperties properties;
  private final Ledger ledger;
  private final BindingId id;
  private final BusinessChoice business;
  private final GivenGrant given;
  private final EndpointProbe endpoint;

  GrantSettling(Session session) {
    this.session = session;
    this.properties = session.properties();
    this.ledger = session.ledger();
    this.id = session.id();
    this.business = new BusinessChoice(properties.business());
    this.given = new GivenGrant(session);
    this.endpoint = new EndpointProbe(session);
  }

  /** The binding, connected. Asks a person only under {@link InitiateOAuth#GETANDREFRESH}. */
  Binding settle() {
    pending();
    if (properties.initiateOAuth() == InitiateOAuth.OFF) {
      return withGivenAccess();
    }
    if (!works()) {
      new OneAtATime(session.store(), session.clock(), properties.oauthTimeout())
          .run(new RecordKey("settling", id.value()), this::obtained);
    }
    return checked();
  }

  /** Begins a consent for a person who answers elsewhere. */
  Consent begin(URI callback) {
    pending();
    endpoint.require();
    return ledger.connect().begin(id, callback, properties.oauthScope());
  }

  /** Takes their answer. */
  Binding complete(String callbackUrl) {
    connected(ledger.connect().complete(id, callbackUrl));
    return checked();
  }

  private Binding checked() {
    Binding settled = ledger.bindings().get(id);
    business.check(settled, properties.connectionName());
    return settled;
  }

  private void pending() {
    if (ledger.bindings().find(id).isPresent()) {
      return;
    }
    try {
      ledger
          .bindings()
          .create(
              id,
              new Installation("Connector", properties.connectionName()),
              session.provider().name(),
              session.region());
    } catch (ConfigurationException e) {
      if (ledger.bindings().find(id).isEmpty()) { // not just another process's, made meanwhile
        throw e;
      }
    }
  }

  /** Nothing is saved, so the business is chosen anew each time; no lists are fetched for it. */
  private Binding withGivenAccess() {
    try {
      Business chosen = business.of(session.provider().businesses(ledger.api(), id));
      return ledger
          .bindings()
          .change(id, now -> now.with(BindingStatus.CONNECTED, chosen, session.clock().instant()));
    } catch (ConfigurationException e) {
      throw e;
    } catch (LedgerException e) {
      throw endpoint.blame(e).map(LedgerException.class::cast).orElse(e);
    }
  }

  /** Whether what is saved does, refreshed if it had to be. */
  private boolean works() {
    Binding now = ledger.bindings().find(id).orElseThrow();
    if (now.status() != BindingStatus.CONNECTED || given.fresh(true).isPresent()) {
      return false;
    }
    try {
      ledger.tokens().loadFresh(id);
      return true;
    } catch (ReconnectRequiredException e) {
      return false;
    }
  }

  /** Under the lease: somebody else may have been faster. */
  private boolean obtained() {
    if (works()) {
      return true;
    }
    Optional<VaultedToken> held = session.vault().load(id);
    Optional<OauthToken> taken = given.fresh(held.isPresent());
    boolean alive = held.isPresent() && held.get().verdict().isEmpty();
    if (taken.isPresent() || alive) {
      try {
        connected(taken.isPresent() ? adopt(taken.get()) : ledger.connect().resume(id));
        return true;
      } catch (ReconnectRequiredException e) {
        if (properties.initiateOAuth() != InitiateOAuth.GETANDREFRESH) {
          throw e;
        }
        LOG.info("grant refused connection={} reason={}; asking again", id, e.reason());
      }
    }
    if (properties.initiateOAuth() != InitiateOAuth.GETANDREFRESH) {
      throw nothingToRefresh(held);
    }
    exchange();
    return true;
  }

  private LedgerException nothingToRefresh(Optional<VaultedToken> held) {
    return held.flatMap(VaultedToken::verdict)
        .<LedgerException>map(why -> new ReconnectRequiredException(id, why))
        .orElseGet(
            () ->
                new ConfigurationException(
                    "OAuthRefreshToken: there is none, and nothing is saved in %s for connection '%s'; give one, or set InitiateOAuth to GETANDREFRESH."
                        .formatted(
                            properties.oauthSettingsLocation(), properties.connectionName())));
  }

  private ConnectOutcome adopt(OauthToken token) {
    endpoint.require(); // the token is worth something to whoever answers there
    given.taken(token);
    return ledger.connect().adopt(id, token);
  }

  private void exchange() {
    endpoint.require();
    URI callback = properties.callbackUrl();
    Consent consent = ledger.connect().begin(id, callback, properties.oauthScope());
    String answer = session.prompt().ask(consent.url(), callback, properties.oauthTimeout());
    connected(ledger.connect().complete(id, answer));
  }

  private void connected(ConnectOutcome outcome) {
    if (outcome instanceof ConnectOutcome.Declined declined) {
      throw new ConsentDeclinedException(properties.connectionName(), declined);
    }
    if (outcome instanceof ConnectOutcome.ChooseBusiness choice) {
      var unused = ledger.connect().lock(id, business.of(choice.businesses()).id());
    }
  }
}
