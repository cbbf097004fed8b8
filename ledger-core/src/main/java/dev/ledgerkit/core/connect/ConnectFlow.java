package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.AlreadyBoundException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.http.ApiClient;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenEndpoint;
import dev.ledgerkit.core.oauth.TokenReply;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.provider.ConsentAnswer;
import dev.ledgerkit.core.provider.ConsentRequest;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.provider.Providers;
import dev.ledgerkit.core.reference.ReferenceCache;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordStore;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects a binding to a business, and disconnects it.
 *
 * <pre>
 * begin ─► merchant consents ─► complete ─┬─► Connected
 *                                         ├─► ChooseBusiness ─► lock ─► Connected
 *                                         └─► Declined
 * </pre>
 *
 * <p>Any node may take the callback of a consent another began. A callback is taken once, within
 * ten minutes. Tokens are in the vault before anything else happens with them; a connect that broke
 * off after that goes on with {@link #resume}. Once its {@link Ledger} is closed, all but {@link
 * #disconnect} is refused with a {@link ConfigurationException}. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class ConnectFlow {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectFlow.class);
  private static final int EXCHANGE_TRIES = 3;

  private final Bindings bindings;
  private final Providers providers;
  private final GrantCustody grants;
  private final TokenEndpoint endpoint;
  private final BusinessLock lock;
  private final ReferenceCache references;
  private final PendingConsents consents;
  private final LedgerClock clock;
  private volatile boolean closed;

  /** Wires the flow out of its parts; {@link Ledger} does it for most hosts. */
  public ConnectFlow(
      RecordStore store,
      Bindings bindings,
      Providers providers,
      TokenVault vault,
      TokenSource tokens,
      TokenEndpoint endpoint,
      ApiClient api,
      ReferenceCache references,
      LedgerClock clock) {
    this.bindings = bindings;
    this.providers = providers;
    this.grants = new GrantCustody(bindings, vault, tokens, endpoint, clock);
    this.endpoint = endpoint;
    this.lock =
        new BusinessLock(
            bindings,
            providers,
            grants,
            api,
            references,
            new BusinessClaims(store, bindings, clock),
            new ConnectTurns(store, clock),
            clock);
    this.references = references;
    this.consents = new PendingConsents(store);
    this.clock = clock;
  }

  /** Nothing begins from now on; what is under way ends on its own. */
  void close() {
    closed = true;
  }

  /** Before a code or a token is spent on a connect that could not be brought to its end. */
  private void requireOpen() {
    if (closed) {
      throw new ConfigurationException(
          "The Ledger of this connect flow was closed; keep it open until merchants are connected.");
    }
  }

  /**
   * Creates a pending binding with a random id.
   *
   * @param provider its name
   * @param region the provider's region or environment, in any spelling the provider takes
   * @throws ConfigurationException naming the provider or region that there is not
   */
  public Binding create(Installation installation, String provider, String region) {
    requireOpen();
    return bindings.create(installation, provider, providers.named(provider).region(region));
  }

  /** As {@link #begin(BindingId, URI, String)} with the provider's default scope. */
  public Consent begin(BindingId id, URI redirectUri) {
    return begin(id, redirectUri, "");
  }

  /**
   * Opens a consent, for a first connect or a reconnect.
   *
   * @param redirectUri where the provider sends the merchant back; registered with it, letter by
   *     letter
   * @param scope in the provider's spelling; empty for its default
   * @throws ConfigurationException if a value is refused, before any I/O to the provider
   */
  public Consent begin(BindingId id, URI redirectUri, String scope) {
    requireOpen();
    OauthClient.requireSecure("redirect URI", redirectUri);
    Binding binding = bindings.get(id);
    LedgerProvider provider = providers.of(binding);
    String granted = provider.scope(scope);
    PendingConsents.Opened opened = consents.open(id, redirectUri, clock.instant());
    URI url =
        provider.consentUri(
            new ConsentRequest(
                binding.region(),
                redirectUri,
                granted,
                opened.state(),
                provider.pkce() ? opened.challenge() : null));
    return new Consent(url, opened.expiresAt());
  }

  /** As {@link #complete(BindingId, String)}, for whichever binding the state was issued for. */
  public ConnectOutcome complete(String callbackUrl) {
    return finish(null, callbackUrl);
  }

  /**
   * Takes the callback of the merchant who was connecting {@code id}.
   *
   * @param callbackUrl the whole URL the browser was sent to
   * @throws ConfigurationException if {@code callbackUrl} is no such URL, or {@code id} is null:
   *     that must not mean any binding
   * @throws dev.ledgerkit.core.ConsentRefusedException if the state is missing, unknown, used, old
   *     or of another binding; nothing was exchanged
   * @throws BusinessMismatchException if the binding is locked to a business the new grant does not
   *     reach
   * @throws AlreadyBoundException if another binding of the installation is connected to the
   *     business
   * @throws ProviderUnavailableException if the provider did not answer; {@link #resume} if tokens
   *     were bought
   */
  public ConnectOutcome complete(BindingId id, String callbackUrl) {
    if (id == null) {
      throw new ConfigurationException(
          "The binding to complete is null; pass the id the merchant's session holds, or leave it out for the one the state names.");
    }
    return finish(id, callbackUrl);
  }

  private ConnectOutcome finish(@Nullable BindingId expected, String callbackUrl) {
    requireOpen();
    Callback callback = Callback.of(callbackUrl);
    if (callback.state() == null) {
      Optional<ConnectOutcome> declined = declinedWithoutState(callback);
      if (declined.isPresent()) {
        return declined.get();
      }
    }
    PendingConsents.Found found = consents.find(callback.state(), expected, clock.instant());
    try (ConnectTurns.Turn turn = lock.turn(found.binding())) { // before anything is spent
      return finish(turn, callback, consents.take(found, clock.instant()));
    }
  }

  private ConnectOutcome finish(
      ConnectTurns.Turn turn, Callback callback, PendingConsents.Taken taken) {
    Binding binding = bindings.get(taken.binding());
    LedgerProvider provider = providers.of(binding);
    ConsentAnswer answer = provider.consentAnswer(callback.url());
    if (answer instanceof ConsentAnswer.Declined declined) {
      return outcome(declined);
    }
    TokenReply reply = exchange(provider, binding, ((ConsentAnswer.Granted) answer), taken);
    if (reply instanceof TokenReply.Granted granted) {
      return lock.keep(turn, binding.id(), granted.token());
    }
    if (reply instanceof TokenReply.Refused refused) {
      return new ConnectOutcome.Declined(refused.error(), refused.description(), "");
    }
    if (reply instanceof TokenReply.Misconfigured) {
      throw new ConfigurationException(
          "The code of binding %s was not exchanged: %s. Check client id, secret and redirect URI."
              .formatted(binding.id(), reply.why()));
    }
    throw new ProviderUnavailableException(
        "The code of binding %s was not exchanged: %s. Let the merchant consent again."
            .formatted(binding.id(), reply.why()),
        null);
  }

  /**
   * Some providers decline without giving the state back; that changes nothing, so it is only told.
   */
  private Optional<ConnectOutcome> declinedWithoutState(Callback callback) {
    for (LedgerProvider provider : providers.all()) {
      try {
        if (provider.consentAnswer(callback.url()) instanceof ConsentAnswer.Declined declined) {
          return Optional.of(outcome(declined));
        }
      } catch (ConfigurationException e) {
        LOG.debug("not an answer of {}", provider.name());
      }
    }
    return Optional.empty();
  }

  private static ConnectOutcome outcome(ConsentAnswer.Declined declined) {
    return new ConnectOutcome.Declined(declined.error(), declined.description(), declined.reason());
  }

  /**
   * A code is spent by the first request that is served, so only requests that were not are
   * repeated.
   */
  private TokenReply exchange(
      LedgerProvider provider,
      Binding binding,
      ConsentAnswer.Granted granted,
      PendingConsents.Taken taken) {
    OauthClient client = provider.oauthClient(binding.region());
    TokenReply reply;
    int tries = 0;
    do {
      reply =
          endpoint.exchange(
              client,
              granted.code(),
              taken.redirectUri(),
              provider.pkce() ? taken.codeVerifier() : null);
    } while (reply instanceof TokenReply.NotServed && ++tries < EXCHANGE_TRIES);
    return reply;
  }

  /**
   * Takes over a grant that was bought elsewhere, in place of a consent: its pair goes into the
   * vault, then the businesses are learned as after a consent. A pair whose access token is dead is
   * refreshed first; from then on whoever else holds its refresh token holds a spent one.
   *
   * @throws ReconnectRequiredException if the provider refuses it
   * @throws BusinessMismatchException if the binding is locked to a business it does not reach; the
   *     pair that was there is put back
   * @throws AlreadyBoundException if another binding of the installation is connected to the
   *     business
   * @throws ProviderUnavailableException if the provider did not answer; {@link #resume} then
   */
  public ConnectOutcome adopt(BindingId id, OauthToken token) {
    requireOpen();
    try (ConnectTurns.Turn turn = lock.turn(id)) {
      return lock.keep(turn, id, token);
    }
  }

  /**
   * Goes on with a connect whose tokens are in the vault: learns the businesses and locks the only
   * one, or the one the binding is locked to already.
   *
   * @throws ConfigurationException if the merchant's user reaches no business
   * @throws BusinessMismatchException if the binding is locked to a business the grant does not
   *     reach
   */
  public ConnectOutcome resume(BindingId id) {
    requireOpen();
    return lock.resume(id);
  }

  /**
   * Locks the business the merchant chose, for the life of the binding.
   *
   * @throws BusinessMismatchException if the binding is locked to another
   * @throws AlreadyBoundException if another binding of the installation is connected to it
   * @throws ConfigurationException if the grant does not reach it, or none was named
   */
  public ConnectOutcome.Connected lock(BindingId id, String businessId) {
    requireOpen();
    if (businessId == null || businessId.isBlank()) {
      throw new ConfigurationException(
          "No business was named for binding %s; pass the id of one of those ChooseBusiness lists."
              .formatted(id));
    }
    return lock.lock(id, businessId);
  }

  /**
   * Disconnects: calls stop at once, the tokens are deleted, and the provider is asked to revoke
   * the grant. The binding and its locked business stay. Repeat it if it throws; what was done is
   * not done again. A merchant who connects again meanwhile wins: the new grant is not touched.
   *
   * @return whether the provider confirmed the revocation; false too where there was no grant or no
   *     such endpoint
   * @throws dev.ledgerkit.core.VaultException if the store or vault failed
   */
  public boolean disconnect(BindingId id) {
    Binding binding = bindings.transition(id, BindingStatus.REVOKED);
    boolean revoked = grants.forget(binding, providers.of(binding).oauthClient(binding.region()));
    references.forget(id);
    LOG.info("disconnected binding={} revokedAtProvider={}", id, revoked);
    return revoked;
  }
}
