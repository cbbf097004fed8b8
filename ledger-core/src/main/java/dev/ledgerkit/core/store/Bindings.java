package dev.ledgerkit.core.store;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.BindingStatus;
import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.BusinessMismatchException;
import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.IllegalTransitionException;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.LedgerListener;
import dev.ledgerkit.core.VaultException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bindings, kept in a {@link RecordStore}, with the last known state of each at hand.
 *
 * <p>{@link #get} answers from memory, so that calls do no I/O to learn where they go. {@link
 * #poll} brings what other nodes changed, by one query for all bindings; run it every few seconds.
 * Safe for use by many threads; changes are compare-and-set in the store and repeated on the new
 * state when they lose.
 *
 * @since 0.1
 */
public final class Bindings {
  private static final Logger LOG = LoggerFactory.getLogger(Bindings.class);
  private static final String KIND = "binding";
  private static final int POLL_LIMIT = 1000;
  private static final int MAX_TRIES = 32;

  private final RecordStore store;
  private final InstantSource clock;
  private final LedgerListener listener;
  private final Map<BindingId, Binding> known = new ConcurrentHashMap<>();
  private final List<Consumer<BindingId>> watchers = new CopyOnWriteArrayList<>();
  private final AtomicLong cursor = new AtomicLong();

  /** Bindings in {@code store}, on the system's clock. */
  public Bindings(RecordStore store) {
    this(store, LedgerClock.system());
  }

  /** Bindings in {@code store}; {@code clock} dates their changes. */
  public Bindings(RecordStore store, InstantSource clock) {
    this(store, clock, LedgerListener.NONE);
  }

  /**
   * Bindings in {@code store}.
   *
   * @param clock dates their changes
   * @param listener told of every change of status made through this object, once, after it is
   *     durable
   */
  public Bindings(RecordStore store, InstantSource clock, LedgerListener listener) {
    this.store = store;
    this.clock = clock;
    this.listener = LedgerListener.guarded(listener);
  }

  /** Creates a pending binding with a random id. */
  public Binding create(Installation installation, String provider, String region) {
    return create(BindingId.random(), installation, provider, region);
  }

  /**
   * Creates a pending binding.
   *
   * @throws ConfigurationException if the id is taken
   */
  public Binding create(BindingId id, Installation installation, String provider, String region) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    Binding fresh =
        new Binding(id, installation, provider, region, BindingStatus.PENDING, null, 0, now, now);
    Optional<StoredRecord> stored =
        store.put(key(id), RecordStore.ABSENT, BindingCodec.write(fresh), null);
    if (stored.isEmpty()) {
      throw new ConfigurationException(
          "Binding %s exists already; choose another id or use that binding.".formatted(id));
    }
    return remember(BindingCodec.read(stored.get()));
  }

  /**
   * The binding as last known here; reads the store the first time.
   *
   * @throws ConfigurationException if there is no such binding
   */
  public Binding get(BindingId id) {
    Binding binding = known.get(id);
    return binding != null ? binding : read(id);
  }

  /** The binding as the store has it now. */
  public Optional<Binding> find(BindingId id) {
    return store.get(key(id)).map(BindingCodec::read).map(this::remember);
  }

  /** As {@link #find}, where the binding must exist. */
  private Binding read(BindingId id) {
    return find(id)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "There is no binding %s in this store; create it with ConnectFlow.create, or open the store it was created in."
                        .formatted(id)));
  }

  /**
   * Changes a binding atomically. {@code change} may be called again, on the newer state, when
   * another change came in between; it may throw to refuse, and returns its argument itself to
   * leave all as it is.
   *
   * @return the binding as it is now
   * @throws BusinessMismatchException if the change would move the binding to another business
   * @throws IllegalTransitionException if its status does not allow the next one
   */
  @SuppressWarnings(
      "ReferenceEquality") // "its argument itself" is how a change says that there is none
  public Binding change(BindingId id, UnaryOperator<Binding> change) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      Binding before = read(id);
      Binding after = change.apply(before);
      if (after == before) {
        return before;
      }
      requireSameIdentity(before, after);
      if (before.status() != after.status() && !before.status().mayBecome(after.status())) {
        throw new IllegalTransitionException(id, before.status(), after.status());
      }
      Optional<StoredRecord> stored =
          store.put(key(id), before.version(), BindingCodec.write(after), null);
      if (stored.isPresent()) {
        Binding now = remember(BindingCodec.read(stored.get()));
        if (before.status() != after.status()) {
          listener.on(
              new LedgerEvent.StatusChanged(id, clock.instant(), before.status(), after.status()));
        }
        return now;
      }
    }
    throw new VaultException(
        "Binding %s changed %d times under one change; try again.".formatted(id, MAX_TRIES), null);
  }

  /** What a binding is, it is for life; its business from the moment one is locked. */
  private static void requireSameIdentity(Binding before, Binding after) {
    Business locked = before.business();
    Business next = after.business();
    if (locked != null && (next == null || !next.id().equals(locked.id()))) {
      throw new BusinessMismatchException(before.id(), locked, String.valueOf(next));
    }
    if (!before.id().equals(after.id())
        || !before.installation().equals(after.installation())
        || !before.provider().equals(after.provider())
        || !before.region().equals(after.region())) {
      throw new ConfigurationException(
          "Binding %s cannot become another one (%s); create a new binding for that."
              .formatted(before.id(), after.label()));
    }
  }

  /** As {@link #change}: puts the binding into a status. */
  public Binding transition(BindingId id, BindingStatus status) {
    return change(
        id,
        binding ->
            binding.status() == status
                ? binding
                : binding.with(status, binding.business(), Instant.ofEpochMilli(clock.millis())));
  }

  /**
   * All bindings, as the store has them now, in no particular order. For dashboards, not for calls.
   */
  public List<Binding> list() {
    List<Binding> all = new ArrayList<>();
    long from = 0;
    RecordChanges changes;
    do {
      changes = store.changedSince(KIND, from, POLL_LIMIT);
      from = changes.cursor();
      changes.keys().forEach(key -> find(new BindingId(key.id())).ifPresent(all::add));
    } while (changes.keys().size() == POLL_LIMIT);
    return all.stream().distinct().toList();
  }

  /**
   * Calls {@code watcher} with every binding this or, after a poll, another node changed; before
   * the change can be seen here, and again after.
   */
  public void watch(Consumer<BindingId> watcher) {
    watchers.add(watcher);
  }

  /**
   * Learns what other nodes changed since the last poll. One query, however many bindings there
   * are, and a read for each changed one that is in use here.
   */
  public void poll() {
    RecordChanges changes;
    do {
      long from = cursor.get();
      changes = store.changedSince(KIND, from, POLL_LIMIT);
      for (RecordKey key : changes.keys()) {
        BindingId id = new BindingId(key.id());
        if (known.containsKey(id)) {
          refresh(id);
        }
      }
      cursor.compareAndSet(from, changes.cursor());
    } while (changes.keys().size() == POLL_LIMIT);
  }

  /** One record that cannot be read must not keep the news of all others from this node. */
  private void refresh(BindingId id) {
    try {
      find(id);
    } catch (VaultException e) {
      LOG.warn("binding not read binding={}; read again when it is asked for", id, e);
      known.remove(id);
      watchers.forEach(watcher -> watcher.accept(id));
    }
  }

  /**
   * Keeps the newest version seen, whoever read it last. Watchers are told before, so that nobody
   * finds the new state beside what they kept of the old one, and after, for what was kept between.
   */
  private Binding remember(Binding read) {
    Binding before = known.get(read.id());
    if (before != null && before.version() < read.version()) {
      watchers.forEach(watcher -> watcher.accept(read.id()));
    }
    Binding now =
        known.merge(read.id(), read, (old, fresh) -> old.version() > fresh.version() ? old : fresh);
    if (before != null && before.version() < now.version()) {
      watchers.forEach(watcher -> watcher.accept(read.id()));
    }
    return now;
  }

  private static RecordKey key(BindingId id) {
    return new RecordKey(KIND, id.value());
  }
}
