package dev.ledgerkit.examples;

import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.core.LedgerException;
import dev.ledgerkit.core.stream.Deletions;
import dev.ledgerkit.replication.Receipt;
import dev.ledgerkit.replication.Replication;
import dev.ledgerkit.replication.RunReport;
import dev.ledgerkit.replication.StreamReport;
import dev.ledgerkit.replication.sink.JsonLinesSink;
import dev.ledgerkit.replication.sink.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Simulated books of both providers: copied, changed by other people, brought up to date, verified.
 */
final class SimulatedReplication {
  /** Apart from the replicas of real books, because it is emptied before each run. */
  static final Path SCRATCH = Path.of("target", "replica", "simulated");

  private static final int RECORDS = 2_500;
  private static final int CHANGES = 200;
  private static final long SEED = 7;
  private static final Duration A_WHILE = Duration.ofHours(2);

  /** About what a call in the same city takes, so that there is a progress to see. */
  private static final Duration LATENCY = Duration.ofMillis(20);

  private final Terminal terminal;
  private final SkippingClock clock;
  private final int records;
  private final Duration latency;

  SimulatedReplication(Terminal terminal, LedgerClock clock) {
    this(terminal, clock, RECORDS, LATENCY);
  }

  /** Of books of so many records, from a provider that takes so long for a call. */
  SimulatedReplication(Terminal terminal, LedgerClock clock, int records, Duration latency) {
    this.terminal = terminal;
    this.clock = new SkippingClock(clock);
    this.records = records;
    this.latency = latency;
  }

  /** Into the scratch directory, which is emptied first. */
  int run() {
    empty(SCRATCH);
    return run(SCRATCH);
  }

  /**
   * Into a directory below {@code parent} for each provider.
   *
   * <p>Simulated books begin anew with each program, so a replica of earlier ones is refused: no
   * provider has its books go back in time.
   */
  int run(Path parent) {
    Path sage = parent.resolve("sage");
    Path freeAgent = parent.resolve("freeagent");
    for (Path directory : List.of(sage, freeAgent)) {
      if (Files.exists(directory)) {
        terminal.complain(
            "%s is there already, and simulated books begin anew with each run; name another directory."
                .formatted(directory));
        return Replicate.MISUSED;
      }
    }
    boolean complete;
    try (SimulatedAccount account = sage()) {
      complete = replicate(account, sage);
    }
    terminal.say("");
    try (SimulatedAccount account = freeAgent()) {
      complete &= replicate(account, freeAgent);
    }
    return complete ? Replicate.DONE : Replicate.FAILED;
  }

  SimulatedAccount sage() {
    return SimulatedAccount.sage(clock, records, latency);
  }

  SimulatedAccount freeAgent() {
    return SimulatedAccount.freeAgent(clock, records, latency);
  }

  /** The whole story of one account; true if it ended with files that agree with the books. */
  boolean replicate(SimulatedAccount account, Path directory) {
    terminal.say("%s, simulated at %s".formatted(account.label(), account.endpoint()));
    ProgressDisplay progress = terminal.progress(clock);
    Replication replication = Replication.builder(account.source()).listener(progress).build();
    ReplicaRun runs = new ReplicaRun(terminal, clock, replication, progress);
    try (Sink sink = JsonLinesSink.in(directory)) {
      RunReport first = runs.run(sink);

      clock.skip(A_WHILE);
      account.books().churn(SEED, CHANGES);
      clock.skip(A_WHILE);
      terminal.say("");
      terminal.say(
          "Hours pass, and other people make %d changes. What the next run reads:"
              .formatted(CHANGES));
      RunReport second = runs.again(sink);
      tellReadWhole(second);

      progress.begin(replication.streams());
      boolean holds = verify(replication, second.receipts(), sink, progress);
      terminal.say("The files are in %s, one for each stream.".formatted(directory));
      return first.complete() && second.complete() && holds;
    }
  }

  /** Why that can be more than what changed. */
  private void tellReadWhole(RunReport report) {
    if (report.streams().stream().anyMatch(SimulatedReplication::readWhole)) {
      terminal.say(
          "A list that does not tell what was deleted is read whole when something is missing.");
    }
  }

  private static boolean readWhole(StreamReport report) {
    return report.whole() && report.shape().deletions() == Deletions.UNTOLD;
  }

  /** Everything is read once more and compared; nothing is written. */
  private boolean verify(
      Replication replication, List<Receipt> receipts, Sink sink, ProgressDisplay progress) {
    List<Receipt> drifted =
        receipts.stream().filter(receipt -> !replication.verify(receipt, sink).holds()).toList();
    progress.end();
    terminal.say(
        "%d of %d receipts hold: the files have what the provider has."
            .formatted(receipts.size() - drifted.size(), receipts.size()));
    drifted.forEach(receipt -> terminal.complain("Not so " + receipt.origin() + "."));
    return drifted.isEmpty();
  }

  private static void empty(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new LedgerException(
          "%s cannot be emptied (%s); delete it.".formatted(directory, e.getMessage()), e);
    }
  }
}
