package dev.ledgerkit.testkit.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.core.Business;
import dev.ledgerkit.core.connect.Ledger;
import dev.ledgerkit.replication.Receipt;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Runs of {@link ReplicateMain} in processes of their own: killed, let finish, or held short. */
final class RunProcesses {
  private static final long PATIENCE_SECONDS = 600;

  private final List<String> arguments;
  private final String token;
  private final Path log;
  private final SplittableRandom random;
  private final List<Integer> heaps = new ArrayList<>();
  private String heap = "192m";
  private int killed;

  RunProcesses(Merchant merchant, URI endpoint, String sink, Path log, long seed) {
    Ledger ledger = merchant.ledger();
    Business business = Objects.requireNonNull(merchant.source().binding().business());
    this.arguments =
        List.of(merchant.source().provider().name(), endpoint.toString(), business.id(), sink);
    this.token = ledger.tokens().loadFresh(merchant.source().binding().id()).accessToken().reveal();
    this.log = log;
    this.random = new SplittableRandom(seed);
  }

  /**
   * Kills that many runs, each after at most {@code pages} pages; those that end before count too.
   */
  void kill(int times, int pages) throws IOException {
    for (int i = 0; i < times; i++) {
      int last = 1 + random.nextInt(pages);
      Process run = start("run");
      try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
        int read = 0;
        String line = out.readLine();
        while (line != null && read < last) {
          read += line.equals("page") ? 1 : 0;
          line = read < last ? out.readLine() : line;
        }
        killed += run.isAlive() ? 1 : 0;
        run.destroyForcibly();
      }
      await(run);
    }
  }

  /** How many runs were under way when they were killed. */
  int killed() {
    return killed;
  }

  /** Lets a run finish and returns its receipts, each of which it verified. */
  List<Receipt> finish() throws IOException {
    Process run = start("verify");
    List<Receipt> receipts = new ArrayList<>();
    List<String> others = new ArrayList<>();
    try (BufferedReader out = run.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith("receipt ")) {
          receipts.add(Receipt.fromJson(line.substring("receipt ".length())));
        } else if (line.startsWith("heap ")) {
          heaps.add(Integer.parseInt(line.substring("heap ".length())));
        } else if (!line.equals("page")) {
          others.add(line);
        }
      }
    }
    await(run);
    assertThat(others).as("what the run said; its log is %s", log).containsExactly("done");
    return receipts;
  }

  /** What runs from now on have for a heap. */
  RunProcesses heap(String size) {
    heap = size;
    return this;
  }

  /** MiB in use after a collection, ten times in each long pass. */
  List<Integer> heaps() {
    return heaps;
  }

  /** A run none of whose files may grow beyond so many KiB, as on a disk that is full: its code. */
  int runWithFilesOf(int kibibytes) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "run"));
    command.addAll(command("run"));
    Process run = start(command, ProcessBuilder.Redirect.DISCARD);
    await(run);
    return run.exitValue();
  }

  private Process start(String mode) throws IOException {
    return start(command(mode), ProcessBuilder.Redirect.PIPE);
  }

  private Process start(List<String> command, ProcessBuilder.Redirect out) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(out)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put(ReplicateMain.TOKEN, token);
    return builder.start();
  }

  private List<String> command(String mode) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:-UsePerfData",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ReplicateMain.class.getName()));
    command.addAll(arguments);
    command.add(mode);
    return command;
  }

  private static void await(Process run) {
    try {
      if (!run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("a run did not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
