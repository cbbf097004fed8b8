package dev.ledgerkit.core.oauth;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenVault} that lives as long as the object, for tests and demonstrations.
 *
 * <p>Keeps every promise of the interface between threads and between token sources that share it.
 * Nothing is written anywhere, so nothing is encrypted, and every grant is lost when the process
 * ends. Safe for use by many threads: one lock guards the map, held for map operations only.
 *
 * @since 0.1
 */
public final class InMemoryTokenVault implements TokenVault {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<BindingId, Row> rows = new HashMap<>();
  private final InstantSource clock;

  /** A vault on the system's clock. */
  public InMemoryTokenVault() {
    this(LedgerClock.system());
  }

  /** A vault whose leases lapse by {@code clock}. */
  public InMemoryTokenVault(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<VaultedToken> load(BindingId id) {
    return locked(() -> Optional.ofNullable(row(id).vaulted));
  }

  @Override
  public VaultedToken store(BindingId id, OauthToken token) {
    return locked(
        () -> {
          long epoch = row(id).epoch + 1;
          VaultedToken vaulted = new VaultedToken(token, epoch, List.of());
          rows.put(id, new Row(vaulted, epoch, null, Instant.MIN));
          return vaulted;
        });
  }

  @Override
  public Optional<RefreshLease> lease(BindingId id, Duration ttl) {
    return locked(
        () -> {
          Row row = row(id);
          Instant now = clock.instant();
          if (row.owner != null && now.isBefore(row.leasedUntil)) {
            return Optional.empty();
          }
          String owner = UUID.randomUUID().toString();
          rows.put(id, new Row(row.vaulted, row.epoch + 1, owner, now.plus(ttl)));
          return Optional.of(new RefreshLease(id, owner, row.epoch + 1));
        });
  }

  @Override
  public boolean renew(RefreshLease lease, Duration ttl) {
    return locked(
        () -> {
          Row row = row(lease.binding());
          boolean held = row.heldBy(lease, clock.instant());
          if (held) {
            rows.put(
                lease.binding(),
                new Row(row.vaulted, row.epoch, row.owner, clock.instant().plus(ttl)));
          }
          return held;
        });
  }

  @Override
  public void release(RefreshLease lease) {
    locked(
        () -> {
          Row row = row(lease.binding());
          return row.heldBy(lease, clock.instant())
              ? rows.put(lease.binding(), new Row(row.vaulted, row.epoch, null, Instant.MIN))
              : null;
        });
  }

  @Override
  public boolean journal(RefreshLease lease, RefreshAttempt attempt) {
    return locked(
        () -> {
          Row row = row(lease.binding());
          VaultedToken vaulted = row.vaulted;
          if (vaulted == null
              || !row.heldBy(lease, clock.instant())
              || !vaulted.token().fingerprint().equals(attempt.fingerprint())) {
            return false;
          }
          rows.put(lease.binding(), row.with(vaulted.journaled(attempt)));
          return true;
        });
  }

  @Override
  public boolean save(RefreshLease lease, OauthToken token) {
    return locked(
        () -> {
          Row row = row(lease.binding());
          VaultedToken vaulted = row.vaulted;
          if (vaulted == null || lease.epoch() <= vaulted.epoch()) {
            return false;
          }
          rows.put(lease.binding(), row.with(vaulted.replaced(token, lease.epoch())));
          return true;
        });
  }

  @Override
  public List<BindingId> refreshExpiringBefore(Instant deadline, int limit) {
    return locked(
        () ->
            rows.entrySet().stream()
                .filter(entry -> entry.getValue().refreshExpiresAt().isBefore(deadline))
                .sorted(Comparator.comparing(entry -> entry.getValue().refreshExpiresAt()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList());
  }

  @Override
  public boolean delete(BindingId id, long epoch) {
    return locked(
        () -> {
          VaultedToken vaulted = row(id).vaulted;
          return vaulted != null && vaulted.epoch() == epoch && delete(id);
        });
  }

  @Override
  public boolean delete(BindingId id) {
    return locked(
        () -> {
          Row row = row(id);
          rows.put(id, new Row(null, row.epoch, null, Instant.MIN));
          return row.vaulted != null;
        });
  }

  private Row row(BindingId id) {
    return rows.getOrDefault(id, Row.EMPTY);
  }

  private <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  /** All a binding has: its pair if any, and the epoch that outlives it. */
  private record Row(
      @Nullable VaultedToken vaulted, long epoch, @Nullable String owner, Instant leasedUntil) {
    static final Row EMPTY = new Row(null, 0, null, Instant.MIN);

    boolean heldBy(RefreshLease lease, Instant now) {
      return lease.owner().equals(owner) && lease.epoch() == epoch && now.isBefore(leasedUntil);
    }

    Row with(VaultedToken next) {
      return new Row(next, epoch, owner, leasedUntil);
    }

    Instant refreshExpiresAt() {
      return vaulted == null ? Instant.MAX : vaulted.token().refreshExpiresAt();
    }
  }
}
