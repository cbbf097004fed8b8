package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ledgerkit.connector.Connection;
import dev.ledgerkit.connector.ConnectionProperties;
import dev.ledgerkit.connector.Connector;
import dev.ledgerkit.core.LedgerClock;
import dev.ledgerkit.testkit.sage.SageSimulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes, and threads, that open one connection on an empty directory at the same moment. */
class ConnectorProcessTest {
  private static final long LIMIT_SECONDS = 60;

  @TempDir Path home;

  private final SageSimulator simulator = SageSimulator.start();
  private final Desk desk = new Desk(simulator);
  private final List<Process> children = new ArrayList<>();
  private final ExecutorService readers = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    children.forEach(Process::destroyForcibly);
    readers.shutdownNow();
    simulator.close();
  }

  @Test
  void twoProcesses_emptyDirectory_askOnceAndRefreshOnce() throws Exception {
    Path settings = home.resolve("settings");
    for (int i = 0; i < 2; i++) {
      start(settings);
    }
    untilAll("ready");

    order("open");
    untilAll("read");
    assertThat(desk.asked).hasValue(1);
    assertThat(simulator.seen().tokenExchanges()).isEqualTo(1);

    simulator.rejectAccessTokens();
    order("again");
    untilAll("read");
    for (Process child : children) {
      assertThat(child.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(child.exitValue()).isZero();
    }

    assertThat(simulator.seen().refreshesAccepted()).isEqualTo(1);
    assertThat(simulator.seen().reuseDetected()).isZero();
    assertThat(desk.leaks(home)).isEmpty();
    try (Stream<Path> files = Files.list(settings)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1); // one set of keys
    }
  }

  @Test
  void manyThreads_emptyDirectory_askOnce() throws Exception {
    int openers = 4;
    CyclicBarrier together = new CyclicBarrier(openers);
    Connector connector = desk.connector(LedgerClock.system());
    Map<String, String> form = ConnectorTest.getAndRefresh(desk.form(home.resolve("settings")));
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < openers; i++) {
      all.add(
          readers.submit(
              () -> {
                together.await(LIMIT_SECONDS, TimeUnit.SECONDS);
                try (Connection connection = connector.open(ConnectionProperties.of(form))) {
                  return ConnectorTest.count(connection);
                }
              }));
    }
    for (Future<Integer> each : all) {
      assertThat(each.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isPositive();
    }
    assertThat(desk.asked).hasValue(1);
    assertThat(simulator.seen().tokenExchanges()).isEqualTo(1);
  }

  private void start(Path settings) throws IOException {
    Map<String, String> form = ConnectorTest.getAndRefresh(desk.form(settings));
    form.put("OAuthTimeout", "30");
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ConnectorChild.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    children.add(child);
    tell(
        child,
        form.entrySet().stream()
            .map(each -> each.getKey() + "=\"" + each.getValue() + "\"")
            .collect(Collectors.joining(";")));
  }

  private void order(String what) throws IOException {
    for (Process child : children) {
      tell(child, what);
    }
  }

  private static void tell(Process child, String line) throws IOException {
    child.outputWriter().write(line + System.lineSeparator());
    child.outputWriter().flush();
  }

  /** Reads each child's lines side by side, answering what it asks a person. */
  private void untilAll(String word) throws Exception {
    List<Future<?>> all = new ArrayList<>();
    for (Process child : children) {
      all.add(readers.submit(() -> until(child.inputReader(), word)));
    }
    for (Future<?> each : all) {
      each.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }
  }

  private Void until(BufferedReader lines, String word) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(word)) {
      if (line.startsWith("consent ")) {
        desk.browse(URI.create(line.substring("consent ".length())));
      }
      line = lines.readLine();
    }
    assertThat(line).as("the child ended before it said '%s'", word).isNotNull();
    return null;
  }
}
