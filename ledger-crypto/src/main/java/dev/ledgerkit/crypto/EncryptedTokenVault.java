package dev.ledgerkit.crypto;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.RefreshAttempt;
import dev.ledgerkit.core.oauth.RefreshLease;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoreLease;
import dev.ledgerkit.core.store.StoredRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A {@link TokenVault} that seals every pair with AES-256-GCM before a {@link RecordStore} sees it.
 *
 * <p>Keeps every promise of the interface as far as the store keeps its own: a pair is durable when
 * the store's put is. A record opens only under its own key, binding, provider and region, and only
 * if no byte of it changed; anything else is a {@link VaultException} that names the record and the
 * key id, never a token. In clear are that key id and, for {@link #refreshExpiringBefore}, when the
 * refresh token dies. Safe for use by many threads and by many processes on one store.
 *
 * <pre>{@code
 * MasterKeys keys = MasterKeys.fromFile(Path.of("ledger-keys.json"));
 * TokenVault vault = new EncryptedTokenVault(store, keys, bindings);
 * }</pre>
 *
 * <p>Note: {@link #store} and {@link #delete} work on a record that does not open, so that a
 * merchant can reconnect or be disconnected after a key was lost. A whole older record of the same
 * binding, put back behind the vault's back, opens: no encryption shows that, backups included.
 *
 * @since 0.1
 */
public final class EncryptedTokenVault implements TokenVault {
  static final String KIND = "token";

  /** A put loses only to another that won, so this is a store gone wrong. */
  private static final int MAX_TRIES = 64;

  /** Beyond it a store could not tell the time in milliseconds; such a token never dies. */
  private static final Instant LAST_DUE = Instant.parse("9999-12-31T23:59:59Z");

  private final RecordStore store;
  private final TokenSeal seal;

  /** A vault in {@code store}; what a record belongs to is read from {@code bindings}. */
  public EncryptedTokenVault(RecordStore store, MasterKeys keys, Bindings bindings) {
    this(store, keys, id -> SealContext.of(bindings.get(id)));
  }

  /** A vault in {@code store} for a host that keeps its bindings elsewhere. */
  public EncryptedTokenVault(
      RecordStore store, MasterKeys keys, Function<BindingId, SealContext> contexts) {
    this.store = store;
    this.seal = new TokenSeal(keys, contexts);
  }

  RecordStore records() {
    return store;
  }

  TokenSeal seal() {
    return seal;
  }

  @Override
  public Optional<VaultedToken> load(BindingId id) {
    return store.get(key(id)).map(stored -> seal.open(id, stored));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The record is read before the epoch is taken and must still be the same at the put, so the
   * epoch is above that of every pair, lease and journal entry the put replaces.
   */
  @Override
  public VaultedToken store(BindingId id, OauthToken token) {
    RecordKey key = key(id);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      long version = store.get(key).map(StoredRecord::version).orElse(RecordStore.ABSENT);
      VaultedToken vaulted = new VaultedToken(token, store.fence(key), List.of());
      if (store.put(key, version, seal.seal(id, vaulted), dueAt(token)).isPresent()) {
        return vaulted;
      }
    }
    throw contended(key);
  }

  @Override
  public Optional<RefreshLease> lease(BindingId id, Duration ttl) {
    return store
        .grant(key(id), ttl)
        .map(granted -> new RefreshLease(id, granted.owner(), granted.fence()));
  }

  @Override
  public boolean renew(RefreshLease lease, Duration ttl) {
    return store.renew(storeLease(lease), ttl);
  }

  @Override
  public void release(RefreshLease lease) {
    store.release(storeLease(lease));
  }

  @Override
  public boolean journal(RefreshLease lease, RefreshAttempt attempt) {
    RecordKey key = key(lease.binding());
    long refused = RecordStore.ABSENT;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key);
      // The record is the one that was refused, so it was for the lease.
      if (stored.isEmpty() || stored.get().version() == refused) {
        return false;
      }
      VaultedToken vaulted = seal.open(lease.binding(), stored.get());
      if (!vaulted.token().fingerprint().equals(attempt.fingerprint())) {
        return false;
      }
      VaultedToken next = vaulted.journaled(attempt);
      byte[] sealed = seal.seal(lease.binding(), next);
      refused = stored.get().version();
      if (store.put(storeLease(lease), refused, sealed, dueAt(next.token())).isPresent()) {
        return true;
      }
    }
    throw contended(key);
  }

  @Override
  public boolean save(RefreshLease lease, OauthToken token) {
    RecordKey key = key(lease.binding());
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key);
      if (stored.isEmpty()) {
        return false;
      }
      VaultedToken vaulted = seal.open(lease.binding(), stored.get());
      if (lease.epoch() <= vaulted.epoch()) {
        return false;
      }
      byte[] sealed = seal.seal(lease.binding(), vaulted.replaced(token, lease.epoch()));
      if (store.put(key, stored.get().version(), sealed, dueAt(token)).isPresent()) {
        return true;
      }
    }
    throw contended(key);
  }

  @Override
  public List<BindingId> refreshExpiringBefore(Instant deadline, int limit) {
    return store.dueBefore(KIND, deadline, limit).stream()
        .map(EncryptedTokenVault::binding)
        .toList();
  }

  /** {@inheritDoc} The lease of a refresh under way ends with the pair. */
  @Override
  public boolean delete(BindingId id, long epoch) {
    RecordKey key = key(id);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key);
      if (stored.isEmpty() || seal.open(id, stored.get()).epoch() != epoch) {
        return false;
      }
      if (store.delete(key, stored.get().version())) {
        store.fence(key); // after: a pair that stays must not cost another's refresh its lease
        return true;
      }
    }
    throw contended(key);
  }

  @Override
  public boolean delete(BindingId id) {
    RecordKey key = key(id);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key);
      if (stored.isEmpty()) {
        return false;
      }
      store.fence(key);
      if (store.delete(key, stored.get().version())) {
        return true;
      }
    }
    throw contended(key);
  }

  static RecordKey key(BindingId id) {
    return new RecordKey(KIND, id.value());
  }

  static BindingId binding(RecordKey key) {
    return new BindingId(key.id());
  }

  private static StoreLease storeLease(RefreshLease lease) {
    return new StoreLease(key(lease.binding()), lease.owner(), lease.epoch());
  }

  private static @Nullable Instant dueAt(OauthToken token) {
    return token.refreshExpiresAt().isAfter(LAST_DUE) ? null : token.refreshExpiresAt();
  }

  private static VaultException contended(RecordKey key) {
    return new VaultException(
        "Record %s changed %d times under one change; try again.".formatted(key, MAX_TRIES), null);
  }
}
