package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Pairs the vault did not take when they arrived. Each is tried again until the vault takes or
 * refuses it, and before any new refresh of its binding in this process, so that an old token is
 * never spent meanwhile.
 *
 * <p>A save is idempotent by its epoch, so two threads trying at once do no harm.
 */
final class UnsavedPairs {
  private static final Backoff PAUSE = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

  private final Map<BindingId, Unsaved> pairs = new ConcurrentHashMap<>();
  private final TokenVault vault;
  private final LedgerClock clock;
  private final Executor executor;
  private final GrantReports reports;

  UnsavedPairs(TokenVault vault, LedgerClock clock, Executor executor, GrantReports reports) {
    this.vault = vault;
    this.clock = clock;
    this.executor = executor;
    this.reports = reports;
  }

  /** Keeps a pair and goes on trying. */
  void keep(RefreshLease lease, OauthToken spent, OauthToken bought, Throwable why) {
    Unsaved unsaved = new Unsaved(lease, spent, bought);
    Unsaved newest =
        pairs.merge(
            lease.binding(),
            unsaved,
            (old, fresh) -> old.lease.epoch() > fresh.lease.epoch() ? old : fresh);
    reports.delayed(lease.binding(), bought, why);
    tryLater(newest, 0);
  }

  /** Saves what is kept for the binding, now; throws what the vault throws. */
  void flush(BindingId id) {
    Unsaved unsaved = pairs.get(id);
    if (unsaved != null) {
      save(unsaved);
    }
  }

  /** How many pairs live in this process's memory only. */
  int count() {
    return pairs.size();
  }

  /** Tries every pair once more; throws, after all were tried, what the vault threw. */
  void flushAll() {
    VaultException failed = null;
    for (Unsaved unsaved : pairs.values()) {
      try {
        save(unsaved);
      } catch (RuntimeException e) {
        if (failed == null) {
          failed = new VaultException("A renewed token pair could not be saved.", e);
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }

  private void save(Unsaved unsaved) {
    BindingId id = unsaved.lease.binding();
    boolean accepted = vault.save(unsaved.lease, unsaved.bought);
    if (pairs.remove(id, unsaved)) {
      if (accepted) {
        reports.renewed(id, unsaved.spent, unsaved.bought, unsaved.lease.epoch());
      } else {
        reports.dropped(id, unsaved.bought);
      }
    }
  }

  private void tryLater(Unsaved unsaved, int times) {
    clock.after(
        PAUSE.after(times),
        executor,
        () -> {
          if (pairs.get(unsaved.lease.binding()) != unsaved) {
            return;
          }
          try {
            save(unsaved);
          } catch (RuntimeException e) {
            reports.delayed(unsaved.lease.binding(), unsaved.bought, e);
            tryLater(unsaved, times + 1);
          }
        });
  }

  /** Identity matters: two saves of one binding are two things. */
  private static final class Unsaved {
    private final RefreshLease lease;
    private final OauthToken spent;
    private final OauthToken bought;

    Unsaved(RefreshLease lease, OauthToken spent, OauthToken bought) {
      this.lease = lease;
      this.spent = spent;
      this.bought = bought;
    }
  }
}
