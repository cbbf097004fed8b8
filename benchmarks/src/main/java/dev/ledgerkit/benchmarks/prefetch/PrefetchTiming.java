package dev.ledgerkit.benchmarks.prefetch;

import dev.ledgerkit.core.BindingId;
import dev.ledgerkit.core.Installation;
import dev.ledgerkit.core.connect.ConnectOutcome;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.core.oauth.InMemoryTokenVault;
import dev.ledgerkit.core.oauth.TokenVault;
import dev.ledgerkit.core.reference.ReferenceData;
import dev.ledgerkit.core.store.InMemoryRecordStore;
import dev.ledgerkit.core.store.RecordStore;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A settings page's five lists from a provider that takes its time over every call. */
public final class PrefetchTiming {
  private static final URI CALLBACK = URI.create("http://localhost:8080/callback");
  private static final int PAGE = 200;

  private PrefetchTiming() {}

  /** {@code --small}: 20 ms, one page. */
  public static void run(List<String> arguments) throws Exception {
    boolean small = arguments.contains("--small");
    Duration latency = Duration.ofMillis(small ? 20 : 200);
    System.out.println(
        """

        | pages of the longest list | items | calls | calls × latency | pages × latency | cold ms | warm ms (median of 5) | warm ÷ one latency | warm ÷ (pages × latency) |
        |---|---|---|---|---|---|---|---|---|""");
    for (int pages = 1; pages <= (small ? 1 : 3); pages++) {
      System.out.println(row(pages, latency));
    }
  }

  private static String row(int pages, Duration latency) {
    try (SageSimulator simulator =
        SageSimulator.builder()
            .latency(latency)
            .taxRates(pages * PAGE)
            .ledgerAccounts(pages * PAGE)
            .bankAccounts(pages * PAGE)
            .start()) {
      RecordStore store = new InMemoryRecordStore();
      TokenVault vault = new InMemoryTokenVault();
      SageProvider sage =
          SageProvider.builder(simulator.clientId(), simulator.clientSecret())
              .endpoints(
                  SageEndpoints.at(simulator.baseUri())
                      .withOauth(
                          simulator.authorizeUri(), simulator.tokenUri(), simulator.revokeUri()))
              .build();
      BindingId id;
      try (Ledger ledger = Ledger.builder(store, vault).provider(sage).build()) {
        id = connect(ledger, sage, simulator);
      }
      // another node of the same host: the first call of a process, with nothing in memory
      try (Ledger ledger = Ledger.builder(store, vault).provider(sage).build()) {
        int callsBefore = simulator.seen().apiCalls();
        long cold = time(ledger, id);
        int calls = simulator.seen().apiCalls() - callsBefore;
        List<Long> warm = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
          warm.add(time(ledger, id));
        }
        Collections.sort(warm);
        long median = warm.get(warm.size() / 2);
        ReferenceData data = ledger.references().get(id);
        int items = data.lists().values().stream().mapToInt(List::size).sum();
        int longest = data.lists().values().stream().mapToInt(List::size).max().orElse(0);
        if ((longest + PAGE - 1) / PAGE != pages) {
          throw new IllegalStateException("The longest list has %d items.".formatted(longest));
        }
        long one = latency.toMillis();
        return "| %d | %,d | %d | %,d ms | %,d ms | %,d | %,d | %.2f | %.2f |"
            .formatted(
                pages,
                items,
                calls,
                calls * one,
                pages * one,
                cold,
                median,
                (double) median / one,
                (double) median / (pages * one));
      }
    }
  }

  private static BindingId connect(Ledger ledger, SageProvider sage, SageSimulator simulator) {
    BindingId id =
        ledger
            .bindings()
            .create(new Installation("Benchmark", "1"), sage.name(), sage.region("UK"))
            .id();
    URI consent = ledger.connect().begin(id, CALLBACK).url();
    ConnectOutcome outcome = ledger.connect().complete(id, simulator.approve(consent).toString());
    if (!(outcome instanceof ConnectOutcome.Connected)) {
      throw new IllegalStateException("Not connected: " + outcome);
    }
    return id;
  }

  private static long time(Ledger ledger, BindingId id) {
    long began = System.nanoTime();
    ledger.references().refresh(id);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
