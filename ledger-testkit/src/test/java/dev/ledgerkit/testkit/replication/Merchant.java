package dev.ledgerkit.testkit.replication;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.replication.ReplicationSource;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.ChangeScript;
import dev.ledgerkit.testkit.FaultScript;
import dev.ledgerkit.testkit.StreamedBooks;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.CompanySettings;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.freeagent.SimulatedBooks;
import dev.ledgerkit.testkit.sage.SageBooks;
import dev.ledgerkit.testkit.sage.SageSimulator;
import dev.ledgerkit.testkit.sage.SageSimulatorBuilder;
import dev.ledgerkit.testkit.scenario.SimulatedFreeAgent;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** Simulated books, and Ledger connected to them. */
record Merchant(
    Runnable simulator,
    URI endpoint,
    StreamedBooks books,
    ChangeScript changes,
    FaultScript faults,
    IntSupplier throttled,
    Ledger ledger,
    ReplicationSource source)
    implements AutoCloseable {
  /**
   * For those who run in a process of their own, with an access token alone; and no thread waits on
   * a virtual clock for another's refresh.
   */
  private static final Duration TOKEN_LIFETIME = Duration.ofDays(3_650);

  /** On a real clock nobody waits for the next minute. */
  private static final int UNLIMITED = 1_000_000;

  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  /** At the simulator of one of the two providers. */
  static Merchant of(String provider, int records, LedgerClock clock) {
    return provider.equals("Sage") ? sage(records, clock) : freeAgent(records, clock);
  }

  /** A few lists of many pages. */
  static Merchant longLists(String provider, LedgerClock clock) {
    return provider.equals("Sage")
        ? sage(clock, business -> business.contacts(1_500).salesInvoices(1_300))
        : freeAgent(clock, company -> company.contacts(700).invoices(800).expenses(800));
  }

  /** Some of everything that others may change between any two requests at little cost. */
  static Merchant lively(String provider, int records, LedgerClock clock) {
    return provider.equals("Sage")
        ? sage(records, clock)
        : freeAgent(
            clock,
            company ->
                company
                    .contacts(records / 4)
                    .invoices(records / 4)
                    .bills(records / 8)
                    .bankTransactions(records / 8)
                    .expenses(records / 8)
                    .stockItems(20)
                    .priceListItems(50)
                    .projects(30)
                    .journalSets(30)
                    .creditNotes(20));
  }

  static Merchant sage(int records, LedgerClock clock) {
    return sage(clock, business -> business.everything(records));
  }

  static Merchant sage(LedgerClock clock, UnaryOperator<SageSimulatorBuilder> settings) {
    SageSimulator simulator =
        settings
            .apply(SageSimulator.builder().clock(clock).accessTokenLifetime(TOKEN_LIFETIME))
            .start();
    SageProvider provider =
        SageProvider.builder(simulator.clientId(), simulator.clientSecret())
            .endpoints(SageEndpoints.at(simulator.baseUri()))
            .build();
    return connected(
        simulator::close,
        simulator.baseUri(),
        simulator.books(simulator.businessIds().get(0)),
        simulator.changes(),
        simulator.script(),
        () -> simulator.seen().throttled(),
        provider,
        "UK",
        simulator::approve,
        clock);
  }

  static Merchant freeAgent(int records, LedgerClock clock) {
    return freeAgent(clock, company -> company.everything(records));
  }

  private static Merchant freeAgent(LedgerClock clock, Consumer<CompanySettings> settings) {
    FreeAgentSimulator simulator =
        FreeAgentSimulator.builder()
            .clock(clock)
            .accessTokenLifetime(TOKEN_LIFETIME)
            .rateLimit(
                clock instanceof VirtualClock ? 120 : UNLIMITED,
                clock instanceof VirtualClock ? 3_600 : UNLIMITED)
            .company("acme", "Acme Ltd", settings)
            .start();
    FreeAgentProvider provider = SimulatedFreeAgent.of(simulator, clock).build();
    return connected(
        simulator::close,
        simulator.baseUri(),
        simulator.books(),
        simulator.changes(),
        simulator.script(),
        () -> simulator.seen().throttled(),
        provider,
        "production",
        simulator::approve,
        clock);
  }

  private static Merchant connected(
      Runnable simulator,
      URI endpoint,
      StreamedBooks books,
      ChangeScript changes,
      FaultScript faults,
      IntSupplier throttled,
      StreamingProvider provider,
      String region,
      UnaryOperator<URI> merchant,
      LedgerClock clock) {
    Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .clock(clock)
            .build();
    Binding pending =
        ledger
            .bindings()
            .create(
                new Installation("Magento", "shop.example.com"),
                provider.name(),
                provider.region(region));
    URI consent = ledger.connect().begin(pending.id(), CALLBACK).url();
    ConnectOutcome outcome =
        ledger.connect().complete(pending.id(), merchant.apply(consent).toString());
    if (outcome instanceof ConnectOutcome.ChooseBusiness choice) {
      outcome = ledger.connect().lock(pending.id(), choice.businesses().get(0).id());
    }
    if (!(outcome instanceof ConnectOutcome.Connected connected)) {
      throw new AssertionError("not connected: " + outcome);
    }
    return new Merchant(
        simulator,
        endpoint,
        books,
        changes,
        faults,
        throttled,
        ledger,
        new ReplicationSource(provider, ledger.api(), connected.binding(), clock));
  }

  /** Somebody else edits a Sage contact or a FreeAgent expense. */
  void edit(String key, String stream, String text) {
    if (books instanceof SageBooks sage) {
      sage.update(stream, key, "{\"notes\":\"" + text + "\"}");
    } else if (books instanceof SimulatedBooks freeAgent) {
      freeAgent.update(key, "{\"description\":\"" + text + "\"}");
    }
  }

  @Override
  public void close() {
    ledger.close();
    simulator.run();
  }
}
