package dev.ledgerkit.core.policy;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.Bindings;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The policies of all bindings, every version of each. Safe for use by many threads and nodes.
 *
 * <p>Nothing is cached: a worker reads the policy when a job is queued, not for every call. A
 * disconnect leaves policies alone, so that a merchant who connects again finds theirs.
 *
 * <p>Every method throws {@link VaultException} if the store failed.
 *
 * @since 0.1
 */
public final class Policies {
  private static final String LATEST = "policy";
  private static final String VERSIONS = "policy-version";

  private final RecordStore store;

  /** Policies in {@code store}, which the bindings are in too. */
  public Policies(RecordStore store) {
    this.store = store;
  }

  /** The policy in force; the defaults, at version 0, if none was saved. */
  public SyncPolicy get(BindingId id) {
    return store.get(latest(id)).map(Policies::read).orElseGet(() -> SyncPolicy.builder().build());
  }

  /** The policy as it was saved at {@code version}, for a job that was queued with it. */
  public Optional<SyncPolicy> get(BindingId id, long version) {
    SyncPolicy inForce = get(id); // before the history: what leaves force is kept there first
    return inForce.version() == version
        ? Optional.of(inForce)
        : version == 0
            ? Optional.of(SyncPolicy.builder().build())
            : store.get(version(id, version)).map(Policies::read);
  }

  /**
   * Saves a policy that was made from the one in force: {@code policy.version()} must still be its
   * version. Check it against reference data first, with {@link PolicyBuilder#build(
   * dev.ledgerkit.core.reference.ReferenceData)}.
   *
   * @return the policy with its new version; empty if somebody else saved meanwhile, and nothing
   *     changed
   * @throws ConfigurationException if there is no such binding: its policy would be nobody's
   */
  public Optional<SyncPolicy> save(BindingId id, SyncPolicy policy) {
    if (new Bindings(store).find(id).isEmpty()) {
      throw new ConfigurationException(
          "There is no binding %s in this store, so its policy was not saved; create the binding first, or use the store it is in."
              .formatted(id));
    }
    Optional<StoredRecord> before = store.get(latest(id));
    long inForce = before.map(Policies::read).map(SyncPolicy::version).orElse(0L);
    if (inForce != policy.version()) {
      return Optional.empty();
    }
    before.ifPresent(leaving -> keep(id, inForce, leaving));
    SyncPolicy next = policy.withVersion(inForce + 1);
    return store
        .put(
            latest(id),
            before.map(StoredRecord::version).orElse(RecordStore.ABSENT),
            next.toJson().getBytes(StandardCharsets.UTF_8),
            null)
        .map(saved -> next);
  }

  /** Whoever keeps a version keeps the same bytes, so it does not matter who does. */
  private void keep(BindingId id, long version, StoredRecord leaving) {
    RecordKey key = version(id, version);
    if (store.get(key).isEmpty()) {
      store.put(key, RecordStore.ABSENT, leaving.value(), null);
    }
  }

  private static SyncPolicy read(StoredRecord stored) {
    try {
      return SyncPolicy.fromJson(new String(stored.value(), StandardCharsets.UTF_8));
    } catch (PolicyRefusedException e) {
      throw new VaultException("Record %s is not a policy.".formatted(stored.key()), e);
    }
  }

  private static RecordKey latest(BindingId id) {
    return new RecordKey(LATEST, id.value());
  }

  private static RecordKey version(BindingId id, long version) {
    return new RecordKey(VERSIONS, id.value() + ":" + version);
  }
}
