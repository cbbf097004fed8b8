package dev.ledgerkit.testkit.replication;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.Secret;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.provider.ProviderSettings;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.FreeAgentEndpoints;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.replication.DataSource;
import dev.ledgerkit.replication.DataSourceConfig;
import dev.ledgerkit.replication.Progress;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.Verification;
import dev.ledgerkit.replication.sink.JdbcSink;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.sage.SageEndpoints;
import dev.ledgerkit.sage.SageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One run of a replication in a process of its own, to be killed: prints {@code page} after each
 * page, {@code receipt} and its JSON for each stream, and {@code done} if every stream is.
 *
 * <p>Arguments: provider, endpoint, account, sink (a directory, or a {@code jdbc:} URL), and {@code
 * run} or {@code verify}. The token is in the environment.
 */
final class ReplicateMain {
  static final String TOKEN = "REPLICATE_TOKEN";
  private static final long MEBIBYTE = 1 << 20;

  private ReplicateMain() {}

  public static void main(String[] args) {
    DataSourceConfig config =
        DataSourceConfig.builder(args[0])
            .endpoint(args[1])
            .accountId(args[2])
            .clientId("sim-client")
            .clientSecret(Secret.of("sim-secret-unused"))
            .accessToken(Secret.of(Objects.requireNonNull(System.getenv(TOKEN), TOKEN)))
            .startDate("2020-01-01")
            .financialData(true)
            .inventoryData(true)
            .customerData(true)
            .includeHistoricalData(true)
            .build();
    try (DataSource source = DataSource.open(config, List.of(unlimited(args[0])));
        Sink sink = sink(args[3])) {
      Replication replication = source.replication().listener(ReplicateMain::page).build();
      RunReport report = replication.run(sink);
      report.receipts().forEach(receipt -> System.out.println("receipt " + receipt.toJson()));
      if (args[4].equals("verify")) {
        report.receipts().stream()
            .map(receipt -> replication.verify(receipt, sink))
            .filter(verified -> !verified.holds())
            .forEach(ReplicateMain::tell);
      }
      System.out.println(report.complete() ? "done" : "unsettled " + report);
    }
  }

  /** With the heap that is in use after a collection, ten times in a pass. */
  private static void page(Progress progress) {
    if (progress.phase() == Progress.Phase.VERIFICATION) {
      return;
    }
    System.out.println("page");
    long tenth = progress.total() / 10;
    if (tenth > 10_000 && progress.done() % tenth < 200) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.println("heap " + (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE);
    }
  }

  private static void tell(Verification drifted) {
    System.out.println("drifted " + drifted.receipt().origin() + " " + drifted.drifts());
  }

  static Sink sink(String place) {
    if (!place.startsWith("jdbc:")) {
      return JsonLinesSink.in(Path.of(place));
    }
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(place);
    return JdbcSink.builder(dataSource).createTables().build();
  }

  /** A provider that sets no pace, since time is short. */
  private static ProviderFactory<StreamingProvider> unlimited(String name) {
    return new ProviderFactory<>() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String defaultRegion() {
        return name.equals("Sage") ? "UK" : "production";
      }

      @Override
      public StreamingProvider create(ProviderSettings settings) {
        return name.equals("Sage")
            ? SageProvider.builder(settings.clientId(), settings.clientSecret())
                .endpoints(SageEndpoints.at(settings.endpoint()))
                .limits(List.of())
                .build()
            : FreeAgentProvider.builder()
                .production(settings.clientId(), settings.clientSecret())
                .endpoints(FreeAgentEndpoints.at(settings.endpoint()))
                .application("Test Shop")
                .clock(LedgerClock.system())
                .limits(List.of())
                .build();
      }
    };
  }
}
