package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.ReconnectRequiredException;
import dev.ledgerkit.core.store.Bindings;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the rest of the world what the protocol did: the log, the listener, and the binding's
 * status.
 *
 * <p>The vault's record is the truth about a grant; the status is its projection, so it is derived
 * from the record and checked again after it was written, because a late save may heal a grant in
 * between.
 */
final class GrantReports {
  private static final Logger LOG = LoggerFactory.getLogger("dev.ledgerkit.refresh");
  private static final int MAX_ROUNDS = 4;

  private final TokenVault vault;
  private final Bindings bindings;
  private final LedgerClock clock;
  private final LedgerListener listener;

  GrantReports(TokenVault vault, Bindings bindings, LedgerClock clock, LedgerListener listener) {
    this.vault = vault;
    this.bindings = bindings;
    this.clock = clock;
    this.listener = LedgerListener.guarded(listener);
  }

  /**
   * Whether the host has disconnected the binding: then there is no grant, whatever the vault still
   * holds.
   */
  boolean disconnected(BindingId id) {
    return bindings.get(id).status() == BindingStatus.REVOKED;
  }

  /** Learns what other nodes have made of the binding. Throws if the store failed. */
  void lookAgain(BindingId id) {
    var unused = bindings.find(id);
  }

  void renewed(BindingId id, OauthToken spent, OauthToken bought, long epoch) {
    LOG.info(
        "token refreshed binding={} before={} after={} epoch={} accessUntil={}",
        id,
        spent.fingerprint(),
        bought.fingerprint(),
        epoch,
        bought.accessExpiresAt());
    tell(
        new LedgerEvent.TokenRefreshed(
            id, clock.instant(), spent.fingerprint(), bought.fingerprint(), epoch));
    heal(id);
  }

  /**
   * The status as it is on record, for it is another node that condemned the grant and this one may
   * not have heard of it yet. The pair is safe, so nothing is thrown.
   */
  private void heal(BindingId id) {
    try {
      Optional<Binding> onRecord = bindings.find(id);
      if (onRecord.isPresent() && onRecord.get().status() == BindingStatus.RECONNECT_REQUIRED) {
        project(id);
      }
    } catch (RuntimeException e) {
      LOG.warn("status not read binding={}; the pair is safe, the status follows later", id, e);
    }
  }

  void delayed(BindingId id, OauthToken bought, Throwable why) {
    LOG.warn("save delayed binding={} after={}", id, bought.fingerprint(), why);
    tell(
        new LedgerEvent.SaveDelayed(
            id, clock.instant(), bought.fingerprint(), String.valueOf(why.getMessage())));
  }

  void dropped(BindingId id, OauthToken bought) {
    LOG.info("pair dropped binding={} fingerprint={}", id, bought.fingerprint());
    tell(new LedgerEvent.PairDropped(id, clock.instant(), bought.fingerprint()));
  }

  /**
   * Brings the status in line with a verdict; whether the verdict still stands, so that it may be
   * remembered. When the store fails it may not: the next caller then reads the verdict again and
   * gets the status right.
   */
  boolean dead(BindingId id, ReconnectCause cause) {
    if (cause == ReconnectCause.NOT_CONNECTED) {
      return true;
    }
    try {
      if (project(id)) {
        LOG.info("reconnect required binding={} cause={}", id, cause);
        tell(new LedgerEvent.ReconnectRequired(id, clock.instant(), cause));
      }
      return vault.load(id).flatMap(VaultedToken::verdict).isPresent();
    } catch (RuntimeException e) {
      LOG.warn(
          "status not written binding={} cause={}; tried again at the next call", id, cause, e);
      return false;
    }
  }

  void notReleased(RefreshLease lease, RuntimeException why) {
    LOG.warn("lease not released binding={} epoch={}", lease.binding(), lease.epoch(), why);
  }

  void failed(BindingId id, LedgerException why) {
    if (why instanceof ReconnectRequiredException) {
      return; // told by dead()
    }
    LOG.info("refresh failed binding={} why={}", id, why.getMessage());
    tell(new LedgerEvent.RefreshFailed(id, clock.instant(), String.valueOf(why.getMessage())));
  }

  /**
   * Brings the status in line with the record; whether this node made it {@code
   * RECONNECT_REQUIRED}.
   */
  private boolean project(BindingId id) {
    boolean announced = false;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<VaultedToken> record = vault.load(id);
      if (record.isEmpty()) {
        return announced; // disconnected meanwhile; that status is the host's own
      }
      BindingStatus status =
          record.get().verdict().isPresent()
              ? BindingStatus.RECONNECT_REQUIRED
              : BindingStatus.CONNECTED;
      AtomicBoolean wrote = new AtomicBoolean();
      bindings.change(id, binding -> follow(binding, status, wrote));
      if (!wrote.get()) {
        return announced;
      }
      announced = status == BindingStatus.RECONNECT_REQUIRED;
    }
    return announced;
  }

  /** Only these two follow the grant: a pending or a disconnected binding is not ours to change. */
  private Binding follow(Binding binding, BindingStatus status, AtomicBoolean wrote) {
    boolean follows =
        binding.status() == BindingStatus.CONNECTED
            || binding.status() == BindingStatus.RECONNECT_REQUIRED;
    boolean changes = follows && binding.status() != status;
    wrote.set(
        changes); // of several rounds of compare-and-set, the last is the one that was written
    return changes ? binding.with(status, binding.business(), clock.instant()) : binding;
  }

  private void tell(LedgerEvent event) {
    listener.on(event);
  }
}
