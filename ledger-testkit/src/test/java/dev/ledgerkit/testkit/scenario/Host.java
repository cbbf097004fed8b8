package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerEvent;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.RefreshingTokenSource;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.sage.SageClient;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A host application as a test needs one: Ledger wired to a simulator, and what it was told. */
final class Host implements AutoCloseable {
  static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  static final Installation SHOP = new Installation("Magento", "your-shop.example.com");

  final List<LedgerEvent> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger shops = new AtomicInteger();
  final SageSimulator simulator;
  final SageProvider sage;
  final RecordStore store;
  final TokenVault vault;
  final Ledger ledger;

  private Host(
      SageSimulator simulator,
      SageEndpoints endpoints,
      LedgerClock clock,
      RecordStore store,
      TokenVault vault,
      UnaryOperator<Ledger.Builder> settings) {
    this.simulator = simulator;
    this.store = store;
    this.vault = vault;
    this.sage =
        SageProvider.builder(simulator.clientId(), simulator.clientSecret())
            .endpoints(endpoints)
            .build();
    this.ledger =
        settings
            .apply(Ledger.builder(store, vault).provider(sage).clock(clock).listener(events::add))
            .build();
  }

  static Host of(SageSimulator simulator, LedgerClock clock) {
    return of(simulator, clock, settings -> settings);
  }

  static Host of(
      SageSimulator simulator, LedgerClock clock, UnaryOperator<Ledger.Builder> settings) {
    return at(SageEndpoints.at(simulator.baseUri()), simulator, clock, settings);
  }

  /** A host that looks for the simulator elsewhere, because something stands in between. */
  static Host at(
      SageEndpoints endpoints,
      SageSimulator simulator,
      LedgerClock clock,
      UnaryOperator<Ledger.Builder> settings) {
    return new Host(
        simulator,
        endpoints,
        clock,
        new InMemoryRecordStore(clock),
        new InMemoryTokenVault(clock),
        settings);
  }

  /** A host on this store and vault. */
  static Host of(SageSimulator simulator, LedgerClock clock, RecordStore store, TokenVault vault) {
    return of(simulator, clock, store, vault, settings -> settings);
  }

  static Host of(
      SageSimulator simulator,
      LedgerClock clock,
      RecordStore store,
      TokenVault vault,
      UnaryOperator<Ledger.Builder> settings) {
    return new Host(
        simulator, SageEndpoints.at(simulator.baseUri()), clock, store, vault, settings);
  }

  /** Another node of the same host: its own memory, the same store and vault. */
  Host otherNode(LedgerClock clock) {
    return of(simulator, clock, store, vault);
  }

  /** A token source of its own on this host's vault and bindings, for a test to set up. */
  RefreshingTokenSource.Builder tokenSource(LedgerClock clock) {
    return RefreshingTokenSource.builder(
            vault, ledger.bindings(), id -> sage.oauthClient(ledger.bindings().get(id).region()))
        .clock(clock)
        .listener(events::add);
  }

  /** A binding of the shop; of another shop each time after the first. */
  Binding pending() {
    int before = shops.getAndIncrement();
    Installation shop =
        before == 0 ? SHOP : new Installation("Magento", "shop-" + before + ".example.com");
    return ledger.bindings().create(shop, sage.name(), sage.region("UK"));
  }

  /** A binding connected to the simulator's only business. */
  BindingId connected() {
    BindingId id = pending().id();
    if (!(consent(id) instanceof ConnectOutcome.Connected)) {
      throw new AssertionError("the simulator has more than one business");
    }
    return id;
  }

  ConnectOutcome consent(BindingId id) {
    URI url = ledger.connect().begin(id, CALLBACK).url();
    return ledger.connect().complete(id, simulator.approve(url).toString());
  }

  /** A consent by a user who reaches only this business. */
  ConnectOutcome consent(BindingId id, String businessId) {
    URI url = ledger.connect().begin(id, CALLBACK).url();
    return ledger.connect().complete(id, simulator.approve(url, businessId).toString());
  }

  SageClient client(BindingId id) {
    return sage.client(ledger.api(), id);
  }

  <E extends LedgerEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
