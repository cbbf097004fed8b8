package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Another vault's behaviour, of which a test breaks or delays a part. */
class ForwardingVault implements TokenVault {
  private final TokenVault vault;

  ForwardingVault(TokenVault vault) {
    this.vault = vault;
  }

  @Override
  public Optional<VaultedToken> load(BindingId id) {
    return vault.load(id);
  }

  @Override
  public VaultedToken store(BindingId id, OauthToken token) {
    return vault.store(id, token);
  }

  @Override
  public Optional<RefreshLease> lease(BindingId id, Duration ttl) {
    return vault.lease(id, ttl);
  }

  @Override
  public boolean renew(RefreshLease lease, Duration ttl) {
    return vault.renew(lease, ttl);
  }

  @Override
  public void release(RefreshLease lease) {
    vault.release(lease);
  }

  @Override
  public boolean journal(RefreshLease lease, RefreshAttempt attempt) {
    return vault.journal(lease, attempt);
  }

  @Override
  public boolean save(RefreshLease lease, OauthToken token) {
    return vault.save(lease, token);
  }

  @Override
  public List<BindingId> refreshExpiringBefore(Instant deadline, int limit) {
    return vault.refreshExpiringBefore(deadline, limit);
  }

  @Override
  public boolean delete(BindingId id, long epoch) {
    return vault.delete(id, epoch);
  }

  @Override
  public boolean delete(BindingId id) {
    return vault.delete(id);
  }
}
