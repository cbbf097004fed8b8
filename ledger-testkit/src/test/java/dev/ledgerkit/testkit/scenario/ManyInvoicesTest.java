package dev.ledgerkit.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole business read page by page in a JVM of its own with a small heap.
 *
 * <p>Longer by {@code -Dledger.invoices}:
 *
 * <pre>
 * mvn test -Dquick -pl ledger-testkit -am -Dsurefire.failIfNoSpecifiedTests=false \
 *   -Dtest=ManyInvoicesTest -Dledger.invoices=100000 -Dledger.faults=100 \
 *   -Djunit.jupiter.execution.timeout.default=1h
 * </pre>
 */
class ManyInvoicesTest {
  private static final int LINES = 5;
  private static final int PAGE = 200;
  private static final String HEAP = "96m";
  private static final int MOST_GROWTH_MIB = 4;

  @TempDir private Path directory;

  @Test
  void everyInvoice_isReadOnce_exactToTheLastDigit_inAFlatHeap() throws Exception {
    int count = Integer.getInteger("ledger.invoices", 2_000);
    int oneIn = Integer.getInteger("ledger.faults", 3);

    Map<String, String> run = run(count, oneIn);

    System.out.println("INVOICES " + run);
    assertThat(run)
        .containsEntry("invoices", Integer.toString(count))
        .containsEntry("distinct", Integer.toString(count))
        .containsEntry("twice", "0")
        .containsEntry("lines", Integer.toString(count * LINES))
        .containsEntry("total", run.get("ownTotal"))
        .containsEntry("net", run.get("ownNet"))
        .containsEntry("lineNet", run.get("ownNet"))
        .containsEntry("unauthorized", "0");
    int faults = number(run, "throttled") + number(run, "unavailable");
    assertThat(faults).isPositive();
    assertThat(number(run, "pages"))
        .as("each failed page once more")
        .isEqualTo(count / PAGE + faults);
    assertThat(number(run, "refreshes")).isGreaterThanOrEqualTo(count / PAGE / 4);
    List<Integer> live = Stream.of(run.get("liveMiB").split(",")).map(Integer::parseInt).toList();
    assertThat(live.get(live.size() - 1))
        .as("live after each tenth: %s MiB", live)
        .isLessThanOrEqualTo(live.get(0) + MOST_GROWTH_MIB);
  }

  private Map<String, String> run(int count, int oneIn) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path errors = directory.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                ManyInvoicesMain.class.getName(),
                Integer.toString(count),
                Integer.toString(LINES),
                Integer.toString(oneIn))
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(process.waitFor(1, TimeUnit.HOURS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(Files.readString(errors, StandardCharsets.UTF_8)).isZero();
    Map<String, String> values = new TreeMap<>();
    for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
      int equals = line.indexOf('=');
      values.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return values;
  }

  private static int number(Map<String, String> run, String name) {
    return Integer.parseInt(run.getOrDefault(name, "-1"));
  }
}
