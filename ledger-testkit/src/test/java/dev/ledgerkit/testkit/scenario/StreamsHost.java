package dev.ledgerkit.testkit.scenario;

import dev.ledgerkit.core.Binding;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.stream.RecordStream;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.ChangeScript;
import dev.ledgerkit.testkit.StreamedBooks;
import dev.ledgerkit.testkit.VirtualClock;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** A host that reads the streams of one provider, over a simulator of it. */
final class StreamsHost implements AutoCloseable {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");

  /** Whose streams. */
  enum Of {
    SAGE {
      @Override
      StreamsHost start(int records) {
        VirtualClock clock = new VirtualClock();
        SageSimulator sage = SageSimulator.builder().clock(clock).everything(records).start();
        SageProvider provider =
            SageProvider.builder(sage.clientId(), sage.clientSecret())
                .endpoints(SageEndpoints.at(sage.baseUri()))
                .build();
        return new StreamsHost(
            clock, provider, "UK", sage::approve, sage.books(), sage.changes(), sage::close);
      }
    },
    FREEAGENT {
      @Override
      StreamsHost start(int records) {
        VirtualClock clock = new VirtualClock();
        FreeAgentSimulator freeAgent =
            FreeAgentSimulator.builder()
                .clock(clock)
                .rateLimit(0, 0)
                .company("acme", "Acme Ltd", acme -> acme.everything(records))
                .start();
        FreeAgentProvider provider =
            SimulatedFreeAgent.of(freeAgent, clock).limits(List.of()).build();
        return new StreamsHost(
            clock,
            provider,
            "production",
            freeAgent::approve,
            freeAgent.books(),
            freeAgent.changes(),
            freeAgent::close);
      }
    };

    abstract StreamsHost start(int records);
  }

  final VirtualClock clock;
  final StreamedBooks books;
  final ChangeScript changes;
  final List<RecordStream> streams;
  private final Ledger ledger;
  private final Runnable close;

  private StreamsHost(
      VirtualClock clock,
      StreamingProvider provider,
      String region,
      UnaryOperator<URI> approve,
      StreamedBooks books,
      ChangeScript changes,
      Runnable close) {
    this.clock = clock;
    this.books = books;
    this.changes = changes;
    this.close = close;
    this.ledger =
        Ledger.builder(new InMemoryRecordStore(clock), new InMemoryTokenVault(clock))
            .provider(provider)
            .clock(clock)
            .build();
    Binding pending =
        ledger
            .bindings()
            .create(new Installation("Magento", "shop"), provider.name(), provider.region(region));
    URI consent = ledger.connect().begin(pending.id(), CALLBACK).url();
    ConnectOutcome outcome =
        ledger.connect().complete(pending.id(), approve.apply(consent).toString());
    if (!(outcome instanceof ConnectOutcome.Connected connected)) {
      throw new AssertionError("the simulator has more than one business");
    }
    this.streams = provider.streams(ledger.api(), connected.binding());
  }

  @Override
  public void close() {
    ledger.close();
    close.run();
  }
}
