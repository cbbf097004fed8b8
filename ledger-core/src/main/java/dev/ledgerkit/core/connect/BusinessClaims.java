package dev.ledgerkit.core.connect;

import dev.ledgerkit.core.AlreadyBoundException;
import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who of an installation's bindings has a business: one record for each installation and business,
 * taken by compare-and-set before the business is locked. So two bindings that connect at once
 * cannot both have it.
 *
 * <p>A claim is not given back. It is void when its holder is disconnected, does not exist, or has
 * not locked the business ten minutes after it claimed it (a node died in between); then the next
 * one takes it over.
 */
final class BusinessClaims {
  private static final String KIND = "claim";
  private static final Duration TO_LOCK = Duration.ofMinutes(10);
  private static final int MAX_TRIES = 16;

  private final RecordStore store;
  private final Bindings bindings;
  private final LedgerClock clock;

  BusinessClaims(RecordStore store, Bindings bindings, LedgerClock clock) {
    this.store = store;
    this.bindings = bindings;
    this.clock = clock;
  }

  /** Who claimed, and when. */
  private record Claim(BindingId holder, Instant at) {
    static Claim read(byte[] bytes) {
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
      return new Claim(new BindingId(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[0])));
    }

    byte[] write() {
      return (at.toEpochMilli() + " " + holder.value()).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Makes {@code business} the binding's, unless another binding of its installation has it.
   *
   * @throws AlreadyBoundException if one has
   */
  void take(Binding binding, Business business) {
    RecordKey key = key(binding, business);
    byte[] mine = new Claim(binding.id(), clock.instant()).write();
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<StoredRecord> stored = store.get(key);
      if (stored.isPresent()) {
        Claim claim = Claim.read(stored.get().value());
        // One's own is written anew, so that a rival who looked before the binding came back loses.
        if (!claim.holder().equals(binding.id()) && holds(claim, business)) {
          throw new AlreadyBoundException(
              binding.id(), claim.holder(), binding.installation(), business);
        }
      }
      long version = stored.map(StoredRecord::version).orElse(RecordStore.ABSENT);
      if (store.put(key, version, mine, null).isPresent()) {
        return;
      }
    }
    throw new VaultException(
        "Claim %s changed %d times under one change; try again.".formatted(key, MAX_TRIES), null);
  }

  private boolean holds(Claim claim, Business business) {
    Optional<Binding> holder = bindings.find(claim.holder());
    if (holder.isEmpty() || holder.get().status() == BindingStatus.REVOKED) {
      return false;
    }
    Business locked = holder.get().business();
    return locked == null
        ? claim.at().plus(TO_LOCK).isAfter(clock.instant())
        : locked.id().equals(business.id());
  }

  /** Lengths keep apart what the parts run together might not. */
  private static RecordKey key(Binding binding, Business business) {
    StringBuilder all = new StringBuilder();
    for (String part :
        new String[] {
          binding.installation().platform(),
          binding.installation().host(),
          binding.provider(),
          binding.region(),
          business.id()
        }) {
      all.append(part.length()).append(':').append(part);
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return new RecordKey(KIND, HexFormat.of().formatHex(hash, 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
