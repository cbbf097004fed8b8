package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;

/**
 * Gives a token that works now.
 *
 * <p>Safe for use by many threads; blocks only when no working token is at hand, and never longer
 * than its configured wait.
 *
 * @since 0.1
 */
public interface TokenSource {

  /**
   * A token that works now: no I/O while the cached one is fresh, exactly one refresh when it is
   * not, however many threads and processes ask.
   *
   * @throws dev.ledgerkit.core.ReconnectRequiredException if only the merchant's consent helps
   * @throws dev.ledgerkit.core.ProviderUnavailableException if no token could be had for now
   * @throws dev.ledgerkit.core.ConfigurationException if the provider refuses the client's
   *     credentials
   * @throws dev.ledgerkit.core.VaultException if the vault could not be read
   */
  OauthToken loadFresh(BindingId id);

  /**
   * As {@link #loadFresh(BindingId)} after the provider answered 401 to {@code rejected}: refreshes
   * unless somebody already did. Returns {@code rejected} itself if it was bought for such a
   * rejection a moment ago: then the token is not what the provider objects to.
   */
  OauthToken loadFresh(BindingId id, OauthToken rejected);

  /** Forgets what this process remembers of the binding; the next call reads the vault. */
  void forget(BindingId id);
}
