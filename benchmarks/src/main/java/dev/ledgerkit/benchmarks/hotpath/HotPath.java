package dev.ledgerkit.benchmarks.hotpath;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link HotPathBenchmark} with 1, 2 and 8 threads and prints a table for each. */
public final class HotPath {
  private HotPath() {}

  /** {@code --small}: Ledger alone, one thread, one short iteration. */
  public static void run(List<String> arguments) throws RunnerException {
    boolean small = arguments.contains("--small");
    StringBuilder tables = new StringBuilder();
    for (int threads : small ? List.of(1) : List.of(1, 2, 8)) {
      tables.append(table(new Runner(options(threads, small)).run(), threads));
    }
    System.out.println(tables);
  }

  private static Options options(int threads, boolean small) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(HotPathBenchmark.class.getSimpleName() + (small ? ".a1" : ""))
            .threads(threads)
            .shouldFailOnError(true)
            .shouldDoGC(true) // as in a process that has run for a while, for all alike
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class);
    if (small) {
      options
          .warmupIterations(1)
          .warmupTime(TimeValue.milliseconds(200))
          .measurementIterations(1)
          .measurementTime(TimeValue.milliseconds(200));
    }
    return options.build();
  }

  private static String table(Collection<RunResult> runs, int threads) {
    StringBuilder table =
        new StringBuilder(
            """

            | fresh token, %d thread%s | ns/op | CPU ns/op | CPU, times Ledger's | B/op |
            |---|---|---|---|---|
            """
                .formatted(threads, threads == 1 ? "" : "s"));
    double ours =
        runs.stream()
            .filter(run -> name(run).equals("ledger, bindings: 1"))
            .mapToDouble(run -> secondary(run, CpuTimeProfiler.KEY))
            .findFirst()
            .orElse(Double.NaN);
    for (RunResult run : runs) {
      double cpu = secondary(run, CpuTimeProfiler.KEY);
      table.append(
          "| %s | %,.1f ± %,.1f | %,.1f | %.1f | %,.0f |%n"
              .formatted(
                  name(run),
                  run.getPrimaryResult().getScore(),
                  run.getPrimaryResult().getScoreError(),
                  cpu,
                  cpu / ours,
                  secondary(run, "gc.alloc.rate.norm")));
    }
    return table.toString();
  }

  private static String name(RunResult run) {
    String method = run.getPrimaryResult().getLabel();
    String name = method.substring(method.indexOf('_') + 1);
    String bindings = run.getParams().getParam("bindings");
    return bindings == null ? name : "%s, bindings: %s".formatted(name, bindings);
  }

  @SuppressWarnings("rawtypes") // so JMH hands its results out
  private static double secondary(RunResult run, String key) {
    return run.getSecondaryResults().entrySet().stream()
        .filter(result -> result.getKey().endsWith(key))
        .mapToDouble(result -> result.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
