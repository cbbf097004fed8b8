package dev.ledgerkit.examples;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.FreeAgentEndpoints;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.replication.ReplicationSource;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.StreamedBooks;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Books of some thousand records on a loopback socket, and a Ledger that their owner let in.
 *
 * @param simulator closes it
 * @param endpoint where it listens
 * @param books as other people see and change them
 * @param source as Ledger reads them
 */
record SimulatedAccount(
    Runnable simulator, URI endpoint, StreamedBooks books, Ledger ledger, ReplicationSource source)
    implements AutoCloseable {
  private static final URI CALLBACK = URI.create("http://localhost:8484/callback");

  /** A Sage. */
  static SimulatedAccount sage(LedgerClock clock, int records, Duration latency) {
    SageSimulator simulator =
        SageSimulator.builder().clock(clock).latency(latency).everything(records).start();
    SageProvider provider =
        SageProvider.builder(simulator.clientId(), simulator.clientSecret())
            .endpoints(SageEndpoints.at(simulator.baseUri()))
            .build();
    return connected(
        simulator::close,
        simulator.baseUri(),
        simulator.books(),
        provider,
        "UK",
        simulator::approve,
        clock);
  }

  /** A FreeAgent without its 120 calls a minute, which nobody wants to watch. */
  static SimulatedAccount freeAgent(LedgerClock clock, int records, Duration latency) {
    FreeAgentSimulator simulator =
        FreeAgentSimulator.builder()
            .clock(clock)
            .latency(latency)
            .rateLimit(0, 0)
            .company("studio", "Simulated Studio Ltd", studio -> studio.everything(records))
            .start();
    FreeAgentProvider provider =
        FreeAgentProvider.builder()
            .production(simulator.clientId(), simulator.clientSecret())
            .endpoints(FreeAgentEndpoints.at(simulator.baseUri()))
            .application("Ledger replicate")
            .limits(List.of())
            .clock(clock)
            .build();
    return connected(
        simulator::close,
        simulator.baseUri(),
        simulator.books(),
        provider,
        "production",
        simulator::approve,
        clock);
  }

  private static SimulatedAccount connected(
      Runnable simulator,
      URI endpoint,
      StreamedBooks books,
      StreamingProvider provider,
      String region,
      UnaryOperator<URI> owner,
      LedgerClock clock) {
    Ledger ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .clock(clock)
            .build();
    Binding pending =
        ledger
            .connect()
            .create(
                new Installation("Replicate", "your-shop.example.com"), provider.name(), region);
    URI consent = ledger.connect().begin(pending.id(), CALLBACK).url();
    ConnectOutcome outcome =
        ledger.connect().complete(pending.id(), owner.apply(consent).toString());
    if (!(outcome instanceof ConnectOutcome.Connected connected)) {
      ledger.close();
      simulator.run();
      throw new LedgerException("The simulated owner did not let Ledger in: " + outcome, null);
    }
    return new SimulatedAccount(
        simulator,
        endpoint,
        books,
        ledger,
        new ReplicationSource(provider, ledger.api(), connected.binding(), clock));
  }

  /** As a person reads it. */
  String label() {
    return "%s, %s".formatted(source.provider().name(), source.binding().business());
  }

  @Override
  public void close() {
    ledger.close();
    simulator.run();
  }
}
