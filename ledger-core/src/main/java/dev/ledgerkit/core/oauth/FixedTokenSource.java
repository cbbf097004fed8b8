package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.Secret;
import java.time.Instant;

/**
 * The {@link TokenSource} of one access token that somebody else obtained and nobody here can
 * renew.
 *
 * <p>The token is handed out until the provider refuses it; nothing is ever sent to a token
 * endpoint. Immutable, so safe for use by many threads; never blocks.
 *
 * <pre>{@code
 * Ledger.builder(store, vault).provider(provider).tokens(new FixedTokenSource(accessToken)).build();
 * }</pre>
 *
 * <p>Note: a provider's access token lives for minutes. For longer take a refresh token, or a
 * consent.
 *
 * @since 0.1
 */
public final class FixedTokenSource implements TokenSource {
  /** In the refresh token's place; it is sent nowhere. */
  private static final Secret NONE = Secret.of("no-refresh-token");

  private final OauthToken token;

  /** A source of {@code accessToken}, for whichever binding asks. */
  public FixedTokenSource(Secret accessToken) {
    this.token = new OauthToken(accessToken, NONE, Instant.MAX, Instant.MAX, "", Instant.EPOCH);
  }

  /** The token. Its expiries are {@link Instant#MAX}, for nobody said when it dies. */
  @Override
  public OauthToken loadFresh(BindingId id) {
    return token;
  }

  /**
   * Never returns.
   *
   * @throws ReconnectRequiredException because there is no other token
   */
  @Override
  public OauthToken loadFresh(BindingId id, OauthToken rejected) {
    throw new ReconnectRequiredException(id, ReconnectCause.NOT_RENEWABLE);
  }

  /** Does nothing: there is nothing else to know. */
  @Override
  public void forget(BindingId id) {}
}
