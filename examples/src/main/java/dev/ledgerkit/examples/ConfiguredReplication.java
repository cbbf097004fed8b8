package dev.ledgerkit.examples;

import dev.ledgerkit.core.ConfigurationException;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.connect.ConnectionTest;
import dev.ledgerkit.core.provider.ProviderFactory;
import dev.ledgerkit.core.stream.StreamingProvider;
import dev.ledgerkit.freeagent.FreeAgentProvider;
import dev.ledgerkit.replication.DataSource;
import dev.ledgerkit.replication.DataSourceConfig;
import dev.ledgerkit.replication.DataSourceConfigException;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import dev.ledgerkit.sage.SageProvider;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The books that a properties file names, which is all this host knows of the connection. */
final class ConfiguredReplication {
  private static final Path REPLICAS = Path.of("target", "replica");
  private static final List<ProviderFactory<? extends StreamingProvider>> PROVIDERS =
      List.of(SageProvider.factory(), FreeAgentProvider.factory());

  private final Terminal terminal;
  private final LedgerClock clock;
  private final CtrlC ctrlC;

  ConfiguredReplication(Terminal terminal, LedgerClock clock, CtrlC ctrlC) {
    this.terminal = terminal;
    this.clock = clock;
    this.ctrlC = ctrlC;
  }

  /**
   * Reads the settings, tests the connection, and brings the files up to date.
   *
   * @param directory null for one that is named after the provider
   */
  int run(Path settings, @Nullable Path directory) {
    DataSourceConfig config;
    DataSource opened;
    try {
      config = DataSourceConfig.of(properties(settings));
      opened = DataSource.open(config, clock, PROVIDERS);
    } catch (DataSourceConfigException e) {
      terminal.complain("%s is refused:".formatted(settings));
      e.problems().forEach(problem -> terminal.complain("  " + problem));
      return Replicate.MISUSED;
    } catch (ConfigurationException e) {
      terminal.complain("%s is refused: %s".formatted(settings, e.getMessage()));
      return Replicate.MISUSED;
    }
    try (DataSource source = opened) {
      return isAvailable(source.testConnection())
          ? replicate(source, directory == null ? named(config) : directory)
          : Replicate.FAILED;
    }
  }

  private static Path named(DataSourceConfig config) {
    return REPLICAS.resolve(config.provider().toLowerCase(Locale.ROOT));
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      // The message of the latter could quote the line, and the line could be a secret.
      throw new ConfigurationException("it cannot be read as a properties file in UTF-8.", e);
    }
  }

  private boolean isAvailable(ConnectionTest test) {
    terminal.say(test.answer());
    if (!test.available()) {
      terminal.complain((test.cause() + " " + test.remedy()).strip());
    }
    return test.available();
  }

  private int replicate(DataSource source, Path directory) {
    ProgressDisplay progress = terminal.progress(clock);
    Replication replication = source.replication().listener(progress).build();
    ReplicaRun run = new ReplicaRun(terminal, clock, replication, progress);
    return ctrlC.during(replication, () -> replicate(run, directory));
  }

  private int replicate(ReplicaRun run, Path directory) {
    RunReport report;
    try (Sink sink = JsonLinesSink.in(directory)) {
      report = run.run(sink);
    }
    if (report.streams().stream()
        .anyMatch(stream -> stream.outcome() == StreamReport.Outcome.STOPPED)) {
      return stopped(directory);
    }
    terminal.say("The files are in %s, one for each stream.".formatted(directory));
    return report.complete() ? Replicate.DONE : Replicate.FAILED;
  }

  private int stopped(Path directory) {
    terminal.complain(
        "Stopped; what was read is kept beside the files in %s, and the next run goes on there."
            .formatted(directory));
    return Replicate.FAILED;
  }
}
