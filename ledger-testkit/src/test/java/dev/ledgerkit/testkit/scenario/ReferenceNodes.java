package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.ProviderUnavailableException;
import dev.ledgerkit.core.http.Page;
import dev.ledgerkit.core.http.Paged;
import dev.ledgerkit.core.provider.ReferenceItem;
import dev.ledgerkit.core.provider.ReferenceKind;
import dev.ledgerkit.core.provider.ReferenceList;
import dev.ledgerkit.core.reference.CaffeineReferenceCache;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** Nodes with reference data, on one store, whose tasks run when the test says so. */
abstract class ReferenceNodes {
  static final Duration DAY = Duration.ofHours(24);
  static final Duration SPREAD = Duration.ofHours(1);

  final VirtualClock clock = VirtualClock.manual(Instant.parse("2026-01-05T09:00:00Z"));
  final RecordStore store = new InMemoryRecordStore();
  final BindingId shop = new BindingId("shop");
  final List<LedgerEvent> events = new ArrayList<>();

  /** What the provider offers, whether it answers, and whom it was asked for. */
  List<ReferenceItem> rates = List.of(rate("STANDARD", "Standard", true));

  boolean down;
  final List<BindingId> asked = new ArrayList<>();

  /** Tasks of a node that run when the test says so: a reader that waited would never return. */
  final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  static List<BindingId> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(number -> new BindingId(prefix + number)).toList();
  }

  /** Reads, and tells whether that took more than memory. */
  boolean loads(CaffeineReferenceCache node, BindingId id) {
    CompletableFuture<ReferenceData> read = CompletableFuture.supplyAsync(() -> node.get(id));
    boolean loaded = false;
    while (!read.isDone()) {
      loaded |= !tasks.isEmpty();
      runTasks();
      Thread.onSpinWait();
    }
    assertThat(read.join().binding()).isEqualTo(id);
    return loaded;
  }

  CaffeineReferenceCache node() {
    return node(10_000, 8);
  }

  CaffeineReferenceCache node(int maxBindings, int refreshesAtOnce) {
    return node(store, maxBindings, refreshesAtOnce);
  }

  CaffeineReferenceCache node(RecordStore on, int maxBindings, int refreshesAtOnce) {
    return CaffeineReferenceCache.builder(
            (binding, request) -> {
              throw new AssertionError("nothing is called here");
            },
            this::lists,
            tasks::add)
        .store(on)
        .clock(clock)
        .listener(events::add)
        .staleAfter(DAY)
        .spread(SPREAD)
        .maxBindings(maxBindings)
        .refreshesAtOnce(refreshesAtOnce)
        .build();
  }

  List<ReferenceList> lists(BindingId id) {
    return List.of(
        new ReferenceList(
            ReferenceKind.TAX_RATES,
            (api, binding) -> {
              asked.add(binding);
              if (down) {
                throw new ProviderUnavailableException("The provider is down.", null);
              }
              List<ReferenceItem> now = rates;
              return Paged.of(cursor -> new Page<>(now, null, now.size(), List.of()));
            }));
  }

  ReferenceData connected(CaffeineReferenceCache node) {
    return finish(node.prefetch(shop));
  }

  /** A first read, which may have to wait. */
  ReferenceData load(CaffeineReferenceCache node) {
    CompletableFuture<ReferenceData> read = CompletableFuture.supplyAsync(() -> node.get(shop));
    while (!read.isDone()) {
      runTasks();
      Thread.onSpinWait();
    }
    return read.join();
  }

  ReferenceData finish(CompletableFuture<ReferenceData> fetch) {
    runTasks();
    return fetch.join();
  }

  void runTasks() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  static ReferenceItem rate(String id, String label, boolean active) {
    return new ReferenceItem(id, label, "20%", active, Map.of("percentage", "20.0"));
  }
}
