package dev.ledgerkit.benchmarks.prefetch;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.provider.LedgerProvider;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.freeagent.FreeAgentEndpoints;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.freeagent.FreeAgentSimulator;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** A settings page's lists from a provider that takes its time over every call. */
public final class PrefetchTiming {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  private static final int SAGE_PAGE = 200;
  private static final int FREEAGENT_PAGE = 100;

  private PrefetchTiming() {}

  /** {@code --small}: 20 ms, one page. */
  public static void run(List<String> arguments) throws Exception {
    boolean small = arguments.contains("--small");
    Duration latency = Duration.ofMillis(small ? 20 : 200);
    System.out.println(
        """

        | provider | pages of the longest list | items | calls | calls × latency | pages × latency | cold ms | warm ms (median of 5) | warm ÷ one latency | warm ÷ (pages × latency) | first connect ms | ÷ (pages × latency) | reconnect ms | ÷ (pages × latency) |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|""");
    for (boolean listsBeforeBusiness : new boolean[] {false, true}) {
      for (int pages = 1; pages <= (small ? 1 : 3); pages++) {
        System.out.println(sage(pages, latency, listsBeforeBusiness));
      }
    }
    for (int pages = 1; pages <= (small ? 1 : 3); pages++) {
      System.out.println(freeAgent(pages, latency));
    }
  }

  /** One side: how it is reached, how a merchant consents there, what it counted. */
  private record Side(
      String name,
      LedgerProvider provider,
      String region,
      UnaryOperator<URI> consent,
      IntSupplier calls,
      int page) {}

  private static String sage(int pages, Duration latency, boolean listsBeforeBusiness) {
    try (SageSimulator simulator =
        SageSimulator.builder()
            .latency(latency)
            .taxRates(pages * SAGE_PAGE)
            .ledgerAccounts(pages * SAGE_PAGE)
            .bankAccounts(pages * SAGE_PAGE)
            .start()) {
      SageProvider sage =
          SageProvider.builder(simulator.clientId(), simulator.clientSecret())
              .endpoints(
                  SageEndpoints.at(simulator.baseUri())
                      .withOauth(
                          simulator.authorizeUri(), simulator.tokenUri(), simulator.revokeUri()))
              .listsBeforeBusiness(listsBeforeBusiness)
              .build();
      return row(
          new Side(
              listsBeforeBusiness ? "Sage, listsBeforeBusiness" : "Sage",
              sage,
              "UK",
              simulator::approve,
              () -> simulator.seen().apiCalls(),
              SAGE_PAGE),
          pages,
          latency);
    }
  }

  private static String freeAgent(int pages, Duration latency) {
    try (FreeAgentSimulator simulator =
        FreeAgentSimulator.builder()
            .latency(latency)
            .company("acme", "Acme Ltd", acme -> acme.bankAccounts(pages * FREEAGENT_PAGE))
            .start()) {
      FreeAgentProvider freeAgent =
          FreeAgentProvider.builder()
              .production(simulator.clientId(), simulator.clientSecret())
              .endpoints(FreeAgentEndpoints.at(simulator.baseUri()))
              .application("Benchmark")
              .build();
      return row(
          new Side(
              "FreeAgent",
              freeAgent,
              "production",
              simulator::approve,
              () ->
                  simulator.seen().calls("GET /bank_accounts")
                      + simulator.seen().calls("GET /categories"),
              FREEAGENT_PAGE),
          pages,
          latency);
    }
  }

  private static String row(Side side, int pages, Duration latency) {
    RecordStore store = new InMemoryRecordStore();
    TokenVault vault = new InMemoryTokenVault();
    BindingId id;
    try (Ledger ledger = Ledger.builder(store, vault).provider(side.provider()).build()) {
      id = connected(ledger, side, "1").id();
    }
    // another node of the same host: the first call of a process, with nothing in memory
    try (Ledger ledger = Ledger.builder(store, vault).provider(side.provider()).build()) {
      int callsBefore = side.calls().getAsInt();
      long cold = time(ledger, id);
      int calls = side.calls().getAsInt() - callsBefore;
      List<Long> warm = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        warm.add(time(ledger, id));
      }
      List<Long> first = new ArrayList<>();
      List<Long> again = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        Connected other = connected(ledger, side, "other-" + i);
        first.add(other.millis());
        again.add(consent(ledger, side, other.id()));
      }
      long median = median(warm);
      long firstMedian = median(first);
      long againMedian = median(again);
      ReferenceData data = ledger.references().get(id);
      int items = data.lists().values().stream().mapToInt(List::size).sum();
      int longest = data.lists().values().stream().mapToInt(List::size).max().orElse(0);
      if ((longest + side.page() - 1) / side.page() != pages) {
        throw new IllegalStateException("The longest list has %d items.".formatted(longest));
      }
      long one = latency.toMillis();
      return "| %s | %d | %,d | %d | %,d ms | %,d ms | %,d | %,d | %.2f | %.2f | %,d | %.2f | %,d | %.2f |"
          .formatted(
              side.name(),
              pages,
              items,
              calls,
              calls * one,
              pages * one,
              cold,
              median,
              (double) median / one,
              (double) median / (pages * one),
              firstMedian,
              (double) firstMedian / (pages * one),
              againMedian,
              (double) againMedian / (pages * one));
    }
  }

  private static long median(List<Long> millis) {
    Collections.sort(millis);
    return millis.get(millis.size() / 2);
  }

  /**
   * A merchant who connected.
   *
   * @param millis from the callback until a settings page has its lists
   */
  private record Connected(BindingId id, long millis) {}

  private static Connected connected(Ledger ledger, Side side, String shop) {
    LedgerProvider provider = side.provider();
    BindingId id =
        ledger
            .connect()
            .create(new Installation("Benchmark", shop), provider.name(), side.region())
            .id();
    return new Connected(id, consent(ledger, side, id));
  }

  /** How long it takes from the callback until a settings page has its lists. */
  private static long consent(Ledger ledger, Side side, BindingId id) {
    URI consent = ledger.connect().begin(id, CALLBACK).url();
    String callback = side.consent().apply(consent).toString();
    long began = System.nanoTime();
    ConnectOutcome outcome = ledger.connect().complete(id, callback);
    if (!(outcome instanceof ConnectOutcome.Connected)) {
      throw new IllegalStateException("Not connected: " + outcome);
    }
    ReferenceData ready = ledger.references().get(id);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    if (ready.lists().isEmpty()) {
      throw new IllegalStateException("Connected without lists.");
    }
    return millis;
  }

  private static long time(Ledger ledger, BindingId id) {
    long began = System.nanoTime();
    ledger.references().refresh(id);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
