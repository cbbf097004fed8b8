package dev.ledgerkit.testkit.nodes;

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
import java.util.function.Supplier;

/** A vault that passes a step before and after everything the protocol asks of it. */
final class SteppedVault implements TokenVault {
  private final TokenVault vault;
  private final Steps steps;

  SteppedVault(TokenVault vault, Steps steps) {
    this.vault = vault;
    this.steps = steps;
  }

  private <T> T around(String step, Supplier<T> work) {
    steps.at(step + ":before");
    T result = work.get();
    steps.at(step + ":after");
    return result;
  }

  @Override
  public Optional<VaultedToken> load(BindingId id) {
    return around("load", () -> vault.load(id));
  }

  @Override
  public VaultedToken store(BindingId id, OauthToken token) {
    return vault.store(id, token);
  }

  @Override
  public Optional<RefreshLease> lease(BindingId id, Duration ttl) {
    return around("lease", () -> vault.lease(id, ttl));
  }

  @Override
  public boolean renew(RefreshLease lease, Duration ttl) {
    return around("renew", () -> vault.renew(lease, ttl));
  }

  @Override
  public void release(RefreshLease lease) {
    steps.at("release:before");
    vault.release(lease);
    steps.at("release:after");
  }

  @Override
  public boolean journal(RefreshLease lease, RefreshAttempt attempt) {
    return around("journal", () -> vault.journal(lease, attempt));
  }

  @Override
  public boolean save(RefreshLease lease, OauthToken token) {
    return around("save", () -> vault.save(lease, token));
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
