package dev.ledgerkit.core.mapping;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.VaultException;
import dev.ledgerkit.core.store.RecordKey;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.core.store.StoredRecord;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What was already created: source entity ↔ provider entity, one to one, for one binding and its
 * business.
 *
 * <p>Kept when the binding is disconnected, and found again once it is connected to the same
 * business; for another business there are other pairs. {@link #map} is put-if-absent: of two
 * workers that map the same entity one wins and the other is told what is there. Safe for use by
 * many threads and nodes; every method does I/O and throws {@link VaultException} if the store
 * failed.
 *
 * <pre>{@code
 * EntityMap map = new EntityMap(store, binding);
 * Optional<ProviderEntity> known = map.find(new SourceEntity("customer", "42", "GBP"));
 * }</pre>
 *
 * <p>A pair is two records that lead to each other, one under each name; a record that leads to one
 * which does not lead back is left over from a worker that lost or died, counts for nothing and is
 * replaced. So no entity can be in two pairs, whatever happens in between.
 *
 * @since 0.1
 */
public final class EntityMap {
  private static final String BY_SOURCE = "entity-by-source";
  private static final String BY_PROVIDER = "entity-by-provider";
  private static final int MAX_TRIES = 32;

  private final RecordStore store;
  private final BindingId binding;
  private final String business;

  /**
   * The pairs of a binding.
   *
   * @throws ConfigurationException if the binding is not locked to a business yet
   */
  public EntityMap(RecordStore store, Binding binding) {
    Business locked = binding.business();
    if (locked == null) {
      throw new ConfigurationException(
          "Binding %s has no business yet; map its entities once it is connected."
              .formatted(binding.id()));
    }
    this.store = store;
    this.binding = binding.id();
    this.business = locked.id();
  }

  /** What stands for an entity of the source. */
  public Optional<ProviderEntity> find(SourceEntity source) {
    return read(key(source))
        .map(Kept::pair)
        .filter(pair -> leadsTo(key(pair.provider()), pair))
        .map(EntityPair::provider);
  }

  /** What an entity in the books stands for. */
  public Optional<SourceEntity> find(ProviderEntity provider) {
    return read(key(provider))
        .map(Kept::pair)
        .filter(pair -> leadsTo(key(pair.source()), pair))
        .map(EntityPair::source);
  }

  /**
   * Pairs two entities. Pairing the same two again changes nothing.
   *
   * @throws AlreadyMappedException if one of them is paired with another
   */
  public void map(SourceEntity source, ProviderEntity provider) {
    EntityPair pair = new EntityPair(source, provider);
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Optional<Kept> bySource = read(key(source));
      if (isPaired(bySource, there -> key(there.provider()), pair)) {
        return;
      }
      Optional<Kept> byProvider = read(key(provider));
      if (isPaired(byProvider, there -> key(there.source()), pair)) {
        return;
      }
      OptionalLong claim = put(key(provider), byProvider, pair);
      if (claim.isPresent() && put(key(source), bySource, pair).isPresent()) {
        // Written once more: whoever saw the claim alone and means to replace it must now fail.
        Optional<Kept> claimed = Optional.of(new Kept(pair, claim.getAsLong()));
        if (put(key(provider), claimed, pair).isPresent()) {
          return;
        }
      }
    }
    throw new VaultException(
        "In binding %s %s changed %d times while it was mapped; try again."
            .formatted(binding, source, MAX_TRIES),
        null);
  }

  /**
   * Whether the record is one of the pair wanted, of which the other is there too.
   *
   * @throws AlreadyMappedException if it is one of another such pair
   */
  private boolean isPaired(
      Optional<Kept> kept, Function<EntityPair, RecordKey> other, EntityPair wanted) {
    if (kept.isEmpty()) {
      return false;
    }
    EntityPair pair = kept.get().pair();
    if (!leadsTo(other.apply(pair), pair)) {
      return false;
    }
    if (!pair.equals(wanted)) {
      throw new AlreadyMappedException(binding, pair, wanted);
    }
    return true;
  }

  /**
   * Parts a pair, for an entity that was deleted in the books.
   *
   * @return whether there was one
   */
  public boolean unmap(SourceEntity source) {
    Optional<Kept> kept = read(key(source));
    return kept.isPresent()
        && leadsTo(key(kept.get().pair().provider()), kept.get().pair())
        && store.delete(key(source), kept.get().version());
  }

  private boolean leadsTo(RecordKey key, EntityPair pair) {
    return read(key).map(Kept::pair).filter(pair::equals).isPresent();
  }

  private record Kept(EntityPair pair, long version) {}

  private Optional<Kept> read(RecordKey key) {
    return store.get(key).map(stored -> new Kept(EntityCodec.read(stored), stored.version()));
  }

  /** The new version; empty if the record is not the one that was read. */
  private OptionalLong put(RecordKey key, Optional<Kept> read, EntityPair pair) {
    long expected = read.map(Kept::version).orElse(RecordStore.ABSENT);
    Optional<StoredRecord> stored = store.put(key, expected, EntityCodec.write(pair), null);
    return stored.isPresent() ? OptionalLong.of(stored.get().version()) : OptionalLong.empty();
  }

  private RecordKey key(SourceEntity source) {
    return new RecordKey(
        BY_SOURCE,
        EntityCodec.id(binding.value(), business, source.type(), source.id(), source.currency()));
  }

  private RecordKey key(ProviderEntity provider) {
    return new RecordKey(
        BY_PROVIDER, EntityCodec.id(binding.value(), business, provider.type(), provider.id()));
  }
}
