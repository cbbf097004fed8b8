package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.OauthClient;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenEndpoint;
import dev.ledgerkit.core.oauth.TokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.Bindings;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the connect flow does to the pair on record: keep a new one, put the old one back, give it
 * up.
 */
final class GrantCustody {
  private static final Logger LOG = LoggerFactory.getLogger(GrantCustody.class);
  private static final int FORGET_TRIES = 8;

  private final Bindings bindings;
  private final TokenVault vault;
  private final TokenSource tokens;
  private final TokenEndpoint endpoint;
  private final LedgerClock clock;

  GrantCustody(
      Bindings bindings,
      TokenVault vault,
      TokenSource tokens,
      TokenEndpoint endpoint,
      LedgerClock clock) {
    this.bindings = bindings;
    this.vault = vault;
    this.tokens = tokens;
    this.endpoint = endpoint;
    this.clock = clock;
  }

  /** What a reconnect found: the status, and the pair it replaced. */
  record Before(BindingStatus status, Optional<VaultedToken> replaced) {
    static final Before NOTHING = new Before(BindingStatus.RECONNECT_REQUIRED, Optional.empty());
  }

  /**
   * Makes the pair durable. The binding is pending from just before until the new grant's business
   * is known: its own calls would otherwise go out under a grant nobody has looked at. That change
   * also tells every node to forget what it remembers of the old grant.
   *
   * <p>A node that stood still between the last look at its turn and the store is found out after
   * it: its pair is deleted again.
   */
  Before keep(ConnectTurns.Turn turn, BindingId id, OauthToken token) {
    turn.require();
    BindingStatus[] was = {BindingStatus.PENDING};
    Binding pending =
        bindings.change(
            id,
            now -> {
              was[0] = now.status();
              return now.with(BindingStatus.PENDING, now.business(), clock.instant());
            });
    Optional<VaultedToken> replaced;
    try {
      turn.require();
      replaced = loadIfReadable(id); // now: until it was pending, other nodes renewed it
    } catch (RuntimeException e) { // the pair that was there is there still
      restore(id, pending.version(), was[0], e);
      throw e;
    }
    // From here on it stays pending if anything fails: whose pair is in the vault is not known.
    VaultedToken kept = vault.store(id, token);
    tokens.forget(id);
    if (!turn.isHeld()) {
      vault.delete(id, kept.epoch());
      tokens.forget(id);
      turn.require();
    }
    LOG.info("tokens stored binding={} pair={} epoch={}", id, token.fingerprint(), kept.epoch());
    return new Before(was[0], replaced);
  }

  private void restore(BindingId id, long version, BindingStatus status, RuntimeException why) {
    try {
      bindings.change(
          id,
          now ->
              now.version() == version && now.status() != status
                  ? now.with(status, now.business(), clock.instant())
                  : now);
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  /**
   * Puts the pair back that a useless one replaced, if it was a working one. The useless one is not
   * revoked: the same user may have granted other bindings too. Where another connect has had its
   * turn meanwhile, what is there is that one's, and stays.
   */
  void putBack(ConnectTurns.Turn turn, BindingId id, Before before) {
    if (!turn.isHeld()) {
      LOG.warn("overtaken by another connect, nothing put back binding={}", id);
      return;
    }
    Optional<OauthToken> working =
        before.replaced().filter(kept -> kept.verdict().isEmpty()).map(VaultedToken::token);
    if (working.isPresent()) {
      vault.store(id, working.get());
    } else {
      vault.delete(id);
    }
    tokens.forget(id); // before its calls are made again, and after those that are made meanwhile
    BindingStatus status = after(before, working.isPresent());
    Binding now =
        bindings.change(
            id,
            binding ->
                binding.status() == BindingStatus.REVOKED || binding.status() == status
                    ? binding
                    : binding.with(status, binding.business(), clock.instant()));
    if (now.status() == BindingStatus.REVOKED) {
      vault.delete(id); // disconnected meanwhile
    }
    tokens.forget(id);
  }

  private static BindingStatus after(Before before, boolean working) {
    return switch (before.status()) {
      case CONNECTED -> working ? BindingStatus.CONNECTED : BindingStatus.RECONNECT_REQUIRED;
      case PENDING, REVOKED, RECONNECT_REQUIRED -> before.status();
    };
  }

  /**
   * Deletes exactly the pair that is then revoked: a refresh or a reconnect may come in between,
   * and a merchant who connects again meanwhile wins.
   *
   * @return whether the provider confirmed the revocation
   */
  boolean forget(Binding binding, OauthClient client) {
    BindingId id = binding.id();
    boolean revoked = false;
    for (int tries = 0; tries < FORGET_TRIES; tries++) {
      Optional<VaultedToken> kept;
      try {
        kept = vault.load(id);
      } catch (VaultException e) {
        LOG.warn("pair on record is not readable binding={}", id, e);
        if (current(id).status() == BindingStatus.REVOKED) {
          vault.delete(id); // what nobody can open has no epoch to go by
        }
        break;
      }
      if (kept.isEmpty() || current(id).status() != BindingStatus.REVOKED) {
        break; // what comes now is of somebody who connects again
      }
      if (vault.delete(id, kept.get().epoch())) {
        revoked = endpoint.revoke(client, kept.get().token());
        break;
      }
      if (tries == FORGET_TRIES - 1) {
        throw new VaultException(
            "The pair of binding %s changed %d times while it was deleted; disconnect again."
                .formatted(id, FORGET_TRIES),
            null);
      }
    }
    tokens.forget(id);
    return revoked;
  }

  /** A token of the pair on record that works now. Throws what {@link TokenSource} throws. */
  OauthToken token(BindingId id) {
    return tokens.loadFresh(id);
  }

  /** The binding as the store has it; other nodes may have changed it a moment ago. */
  Binding current(BindingId id) {
    return bindings.find(id).orElseGet(() -> bindings.get(id));
  }

  /**
   * A pair that does not open, because its key is gone, is no pair; consenting again is the way
   * out.
   */
  private Optional<VaultedToken> loadIfReadable(BindingId id) {
    try {
      return vault.load(id);
    } catch (VaultException e) {
      LOG.warn("pair on record is not readable binding={}", id, e);
      return Optional.empty();
    }
  }
}
