package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.VaultException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where tokens live. Only a vault sees token bytes.
 *
 * <p>A saved pair is durable when {@link #save} returns. Every method is atomic per binding across
 * all threads and processes on the same vault, and throws {@link VaultException} when the vault
 * cannot do its work; the change then may or may not have happened. Implementations are safe for
 * use by many threads.
 *
 * @since 0.1
 */
public interface TokenVault {

  /** The pair on record, if there is one. */
  Optional<VaultedToken> load(BindingId id);

  /**
   * Puts a pair got by the merchant's consent and opens a new epoch: whatever refresh was under
   * way, its save is refused.
   */
  VaultedToken store(BindingId id, OauthToken token);

  /**
   * Grants the right to refresh if nobody holds it. Every grant takes the next epoch.
   *
   * @param ttl how long nobody else is granted it, by the store's clock
   */
  Optional<RefreshLease> lease(BindingId id, Duration ttl);

  /** Lets the lease live {@code ttl} from now; false if it is no longer held. */
  boolean renew(RefreshLease lease, Duration ttl);

  /** Gives the lease back, if it is still held. */
  void release(RefreshLease lease);

  /**
   * Writes an attempt down.
   *
   * @return false, and nothing written, if the lease is gone or the record no longer holds the
   *     token whose fingerprint the attempt names
   */
  boolean journal(RefreshLease lease, RefreshAttempt attempt);

  /**
   * Saves a pair bought under {@code lease}, whoever holds the lease by now.
   *
   * @return whether it was accepted: exactly when {@code lease.epoch()} is higher than the epoch of
   *     the pair on record. A deleted record accepts nothing.
   */
  boolean save(RefreshLease lease, OauthToken token);

  /** The bindings whose refresh token dies before {@code deadline}, soonest first. */
  List<BindingId> refreshExpiringBefore(Instant deadline, int limit);

  /**
   * Deletes the pair if it is still the one bought under {@code epoch}; a refresh under way does
   * not bring it back.
   *
   * @return whether it was deleted; false, and nothing changed, if another pair or none is on
   *     record
   */
  boolean delete(BindingId id, long epoch);

  /**
   * Deletes the pair; a refresh under way does not bring it back. Returns whether there was one.
   */
  boolean delete(BindingId id);
}
