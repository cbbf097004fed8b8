package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.ReconnectCause;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.oauth.OauthToken;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.oauth.VaultedToken;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what events tell of each binding's renewals, and says how its connection is.
 *
 * <p>Events are noted in memory and written by {@link #flush}, which {@link Ledger} calls every few
 * seconds, so that no refresh waits for the store; a node that dies takes the notes of those
 * seconds with it. Records are changed by compare-and-set, so the counts of several nodes add up.
 * Safe for use by many threads.
 *
 * @since 0.1
 */
public final class HealthBook implements LedgerListener {
  private static final Logger LOG = LoggerFactory.getLogger(HealthBook.class);
  private static final String KIND = "health";
  private static final int MAX_TRIES = 16;

  private final RecordStore store;
  private final Bindings bindings;
  private final TokenVault vault;
  private final Map<BindingId, HealthNotes> noted = new ConcurrentHashMap<>();

  /** A book in {@code store}. */
  public HealthBook(RecordStore store, Bindings bindings, TokenVault vault) {
    this.store = store;
    this.bindings = bindings;
    this.vault = vault;
  }

  @Override
  public void on(LedgerEvent event) {
    HealthNotes note = HealthNotes.of(event);
    if (note != null) {
      noted.merge(event.binding(), note, HealthNotes::plus);
    }
  }

  /** Writes what was noted; what cannot be written is kept for the next time. */
  public void flush() {
    for (BindingId id : List.copyOf(noted.keySet())) {
      HealthNotes notes = noted.remove(id);
      if (notes != null) {
        try {
          write(id, notes);
        } catch (RuntimeException e) {
          LOG.warn("health not written binding={}; tried again", id, e);
          noted.merge(id, notes, (newer, older) -> older.plus(newer));
        }
      }
    }
  }

  /**
   * How the connection of a binding is. Opens its pair, for the expiries; makes no call.
   *
   * @throws dev.ledgerkit.core.ConfigurationException if there is no such binding
   * @throws VaultException if store or vault failed
   */
  public ConnectionHealth of(BindingId id) {
    Binding binding = bindings.get(id);
    HealthNotes written = store.get(key(id)).map(HealthNotes::read).orElse(HealthNotes.NOTHING);
    HealthNotes all = written.plus(noted.getOrDefault(id, HealthNotes.NOTHING));
    Optional<VaultedToken> pair = vault.load(id);
    Optional<OauthToken> token = pair.map(VaultedToken::token);
    ReconnectCause cause = pair.flatMap(VaultedToken::verdict).orElse(null);
    return new ConnectionHealth(
        id,
        binding.status(),
        token.map(OauthToken::obtainedAt).orElse(null),
        token.map(OauthToken::accessExpiresAt).orElse(null),
        token.map(OauthToken::refreshExpiresAt).orElse(null),
        all.rotations(),
        all.failedAt(),
        all.failure(),
        cause);
  }

  private void write(BindingId id, HealthNotes notes) {
    RecordKey key = key(id);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key);
      HealthNotes before = stored.map(HealthNotes::read).orElse(HealthNotes.NOTHING);
      long version = stored.map(StoredRecord::version).orElse(RecordStore.ABSENT);
      if (store.put(key, version, before.plus(notes).write(), null).isPresent()) {
        return;
      }
    }
    throw new VaultException(
        "Record %s changed %d times under one change.".formatted(key, MAX_TRIES), null);
  }

  private static RecordKey key(BindingId id) {
    return new RecordKey(KIND, id.value());
  }
}
