package dev.ledgerkit.benchmarks.hotpath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link HotPathBenchmark} with 1, 2 and 8 threads and prints one table. */
public final class HotPath {
  private HotPath() {}

  /** {@code --small}: Ledger alone, one thread, one short iteration. */
  public static void run(List<String> arguments) throws RunnerException {
    boolean small = arguments.contains("--small");
    List<Integer> threadCounts = small ? List.of(1) : List.of(1, 2, 8);
    Map<String, List<String>> rows = new LinkedHashMap<>();
    Map<Integer, Double> ours = new LinkedHashMap<>();
    for (int threads : threadCounts) {
      ChainedOptionsBuilder options =
          new OptionsBuilder()
              .include(HotPathBenchmark.class.getSimpleName() + (small ? ".a1" : ""))
              .threads(threads)
              .shouldFailOnError(true)
              .addProfiler(GCProfiler.class);
      if (small) {
        options
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(200))
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(200));
      }
      for (RunResult run : new Runner(options.build()).run()) {
        String bindings = run.getParams().getParam("bindings");
        double ns = run.getPrimaryResult().getScore();
        double error = run.getPrimaryResult().getScoreError();
        String method = run.getPrimaryResult().getLabel();
        if ("1".equals(bindings)) {
          ours.put(threads, ns);
        }
        rows.computeIfAbsent(label(method, bindings), name -> new ArrayList<>())
            .add(
                "%,.1f ± %,.1f | %,.0f | %s"
                    .formatted(ns, error, bytes(run), ratio(ns, ours.get(threads))));
      }
    }
    StringBuilder head = new StringBuilder("\n| fresh token |");
    StringBuilder rule = new StringBuilder("|---|");
    for (int threads : threadCounts) {
      head.append(" ns/op, %d thr. | B/op | ratio |".formatted(threads));
      rule.append("---|---|---|");
    }
    System.out.println(head + "\n" + rule);
    rows.forEach(
        (name, cells) ->
            System.out.println("| " + name + " | " + String.join(" | ", cells) + " |"));
  }

  private static String label(String method, @Nullable String bindings) {
    String name = method.substring(method.indexOf('_') + 1);
    return bindings == null ? name : "%s, bindings: %s".formatted(name, bindings);
  }

  private static String ratio(double ns, @Nullable Double ours) {
    return ours == null ? "–" : "%.1f".formatted(ns / ours);
  }

  @SuppressWarnings("rawtypes") // so JMH hands its results out
  private static double bytes(RunResult run) {
    return run.getSecondaryResults().entrySet().stream()
        .filter(result -> result.getKey().endsWith("gc.alloc.rate.norm"))
        .mapToDouble(result -> result.getValue().getScore())
        .findFirst()
        .orElse(Double.NaN);
  }
}
